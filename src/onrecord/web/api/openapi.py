"""The OpenAPI document, made from the table of operations and the types that they name."""

import inspect
import re
from collections.abc import Iterable
from typing import Any

import msgspec

from onrecord import __version__
from onrecord.web.api.operations import OPERATIONS, ROOT, Operation, Parameter
from onrecord.web.problems import TYPE, ProblemDetails

_PLACE = re.compile(r"\{(\w+)\}")
_TEMPLATE = "#/components/schemas/{name}"
_PROBLEMS = {
    "400": "The query means nothing.",
    "401": "The desk is open to other machines, and this request carries no token.",
    "404": "There is nothing of that id.",
    "429": "Too many requests at once; Retry-After says how long to wait.",
}
_PROBLEMS_OF_CHANGES = {
    "403": "The request comes from a page of another site.",
    "409": "Another process is writing to the ledger.",
    "412": "If-Match names another revision than the ledger's.",
    "413": "The body is too large.",
    "415": "The body is not said to be JSON.",
    "422": "Nothing like that can be decided.",
}


def make_document() -> dict[str, Any]:
    """Return the document."""
    types = list(
        dict.fromkeys(
            type_
            for operation in OPERATIONS
            for type_ in (*operation.gives, *filter(None, (operation.takes,)))
        )
    )
    schemas, components = msgspec.json.schema_components(
        [*types, ProblemDetails], ref_template=_TEMPLATE
    )
    refs = dict(zip([*types, ProblemDetails], schemas, strict=True))
    paths: dict[str, dict[str, Any]] = {}
    for operation in OPERATIONS:
        entry = _describe(operation, refs)
        paths.setdefault(f"{ROOT}{operation.path}", {})[operation.method.lower()] = entry
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "On Record",
            "version": __version__,
            "summary": "Read and correct one ledger of statements, acts and figures.",
            "description": (
                "Keys may be added; none is renamed or removed within v1. Tokens of pages are"
                " opaque. The ETag of every answer is the ledger's revision: If-None-Match saves"
                " reading what has not changed, If-Match refuses to decide on what has. Errors"
                " are problem details (RFC 9457)."
            ),
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": "/"}],
        "security": [{}, {"token": []}],
        "paths": paths,
        "components": {
            "schemas": components,
            "securitySchemes": {
                "token": {
                    "type": "http",
                    "scheme": "bearer",
                    "description": "The token that `onrecord serve --host` prints; not needed on"
                    " the machine itself.",
                }
            },
        },
    }


def _describe(operation: Operation, refs: dict[type, dict[str, Any]]) -> dict[str, Any]:
    summary = (inspect.getdoc(operation.answer) or "").split("\n")[0]
    places = [
        {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
        for name in _PLACE.findall(operation.path)
    ]
    problems = dict(_PROBLEMS)
    entry: dict[str, Any] = {
        "operationId": operation.answer.__name__,
        "summary": summary.rstrip("."),
        "parameters": [*places, *map(_describe_parameter, operation.parameters)],
    }
    status = "200"
    if operation.takes is not None:
        status = "201"
        problems |= _PROBLEMS_OF_CHANGES
        entry["parameters"].append(_header("If-Match", "The revision that this was decided on."))
        entry["requestBody"] = {"required": True, "content": _json(refs[operation.takes])}
    else:
        entry["parameters"].append(_header("If-None-Match", "The revision that is known."))
        entry["responses"] = {"304": {"description": "The ledger is as it was."}}
    entry["responses"] = {
        status: {
            "description": summary,
            "headers": {
                "ETag": {"description": "The ledger's revision.", "schema": {"type": "string"}}
            },
            "content": _json(_shape(operation, refs)),
        },
        **entry.get("responses", {}),
        **{
            code: {"description": about, "content": {TYPE: {"schema": refs[ProblemDetails]}}}
            for code, about in sorted(problems.items())
        },
    }
    return entry


def _shape(operation: Operation, refs: dict[type, dict[str, Any]]) -> dict[str, Any]:
    item = _any_of(refs[type_] for type_ in operation.gives)
    if not operation.listed:
        return item
    return {
        "type": "object",
        "required": ["items", "next"],
        "properties": {
            "items": {"type": "array", "items": item},
            "next": {
                "type": ["string", "null"],
                "description": "The token of the page after this one, null on the last.",
            },
        },
    }


def _any_of(schemas: Iterable[dict[str, Any]]) -> dict[str, Any]:
    found = list(schemas)
    return found[0] if len(found) == 1 else {"anyOf": found}


def _json(schema: dict[str, Any]) -> dict[str, Any]:
    return {"application/json": {"schema": schema}}


def _header(name: str, about: str) -> dict[str, Any]:
    return {"name": name, "in": "header", "description": about, "schema": {"type": "string"}}


def _describe_parameter(parameter: Parameter) -> dict[str, Any]:
    return {
        "name": parameter.name,
        "in": "query",
        "description": parameter.about,
        "schema": dict(parameter.schema),
    }
