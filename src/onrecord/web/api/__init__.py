"""The API: what the pages show and take, as JSON, under /api/v1/.

Addresses, parameters, answers and the OpenAPI document all come from one table
(`onrecord.web.api.operations`). Keys may be added; none is renamed or removed within v1.
"""

from onrecord.web.api.endpoints import list_routes

__all__ = ["list_routes"]
