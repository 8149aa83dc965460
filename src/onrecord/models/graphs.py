"""Load an ONNX graph to run it on one thread."""

from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.errors import ModelError

if TYPE_CHECKING:  # it takes long to import, and most commands read nothing
    from onnxruntime import InferenceSession


def load_graph(path: Path) -> "InferenceSession":
    """Return the graph of a file; raise `ModelError` where it is missing or does not fit."""
    from onnxruntime import InferenceSession, SessionOptions

    options = SessionOptions()
    options.intra_op_num_threads = 1  # one process a core reads pages; threads would fight
    options.log_severity_level = 3
    options.enable_cpu_mem_arena = False  # an arena keeps the most that any text ever took
    try:
        return InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except Exception as error:  # the library's own errors share no other base
        raise ModelError(f"{path}: not a readable model file ({error}); reinstall") from error
