"""Imports point one way: steps rest on records, text and models, and on no other step."""

import ast
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import onrecord

ROOT = Path(onrecord.__file__).parent
STEPS = ("actors", "acts", "dates", "figures", "statements")
FOLDERS_OF_ACTS = (
    "grammar", "triggers", "modality", "parties", "drafting", "mentions", "rows", "discourse",
)  # fmt: skip
FOLDERS_OF_STATEMENTS = (
    "grammar", "chains", "rules", "screening", "attributions", "speakers", "pragmatics",
)  # fmt: skip
SHARED = {"coreference", "data", "days", "errors", "ids", "models", "records", "spans", "text"}


@cache
def read_imports() -> dict[str, set[str]]:
    """Return which modules each module of the package imports as it is loaded."""
    paths = {
        ".".join(path.relative_to(ROOT.parent).with_suffix("").parts).removesuffix(
            ".__init__"
        ): path
        for path in ROOT.rglob("*.py")
    }
    found: dict[str, set[str]] = {}
    for module, path in paths.items():
        names = {
            (node.module, f"{node.module}.{alias.name}")
            for node in ast.parse(path.read_text(encoding="utf-8")).body
            if isinstance(node, ast.ImportFrom) and node.module
            for alias in node.names
        }
        inside = {whole if whole in paths else module for module, whole in names}
        found[module] = inside & paths.keys()
    return found


def part_of(module: str) -> str:
    return module.split(".")[1] if "." in module else module


@pytest.mark.parametrize("step", STEPS)
def test_a_step_imports_no_other_step(step: str) -> None:
    imported = {
        part_of(each)
        for module, imports in read_imports().items()
        if part_of(module) == step
        for each in imports
    }
    assert imported <= SHARED | {step}


@pytest.mark.parametrize(
    ("step", "folders"), [("acts", FOLDERS_OF_ACTS), ("statements", FOLDERS_OF_STATEMENTS)]
)
def test_a_folder_of_a_step_rests_on_those_before_it(step: str, folders: tuple[str, ...]) -> None:
    place = {f"onrecord.{step}.{name}": at for at, name in enumerate(folders)}
    upward = [
        (module, each)
        for module, imports in read_imports().items()
        for each in imports
        if place.get(module.rpartition(".")[0], 99) < place.get(each.rpartition(".")[0], 0)
    ]
    assert upward == []


def test_no_module_imports_what_imports_it() -> None:
    TopologicalSorter(read_imports()).prepare()  # raises `CycleError`, which names them
