"""Make 32-bit weights of the shipped graphs again, so that a chain of runs can go on from them.

    python -m training.reader.restore shipped --encoder ENCODER    # writes work/shipped.pt

What a run writes stays on one machine; the package has it rounded to int8. Exported again, these
weights give the same graphs to the byte.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper

from training.reader.export import FOLDER
from training.reader.model import load_encoder
from training.reader.train import WORK

# What stands before a parameter's name in each graph, and what in the reader.
PREFIXES = {
    "window": ("reader.", ""),
    "cue": ("heads.", "statements."),
    "trigger": ("heads.", "acts."),
}
UNBIASED = {
    "/hints": "reader.statements.hints",
    "/hints_1": "reader.acts.hints",
    "/senses": "reader.senses",
}
ENDINGS = ("/Gemm_MatMul_quant", "/MatMul_quant")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name")
    parser.add_argument("--encoder", type=Path, required=True, help="all-MiniLM-L6-v2's folder")
    options = parser.parse_args()
    WORK.mkdir(parents=True, exist_ok=True)
    found = dict(pair for graph in PREFIXES for pair in read_graph(graph))
    wanted = load_encoder(str(options.encoder)).state_dict()
    if missing := wanted.keys() - found.keys():
        raise SystemExit(f"the graphs have no weights for {', '.join(sorted(missing))}")
    state = {name: torch.from_numpy(found[name]).view_as(wanted[name]) for name in wanted}
    torch.save(state, WORK / f"{options.name}.pt")


def read_graph(name: str) -> Iterator[tuple[str, NDArray[np.float32]]]:
    """Yield the parameters of one graph by their names in the reader."""
    model = onnx.load(str(FOLDER / f"reader-{name}.onnx"))
    arrays = {each.name: numpy_helper.to_array(each) for each in model.graph.initializer}
    before, after = PREFIXES[name]
    for parameter, value in name_arrays(model, arrays):
        yield parameter.replace(before, after, 1), np.array(value, dtype=np.float32)


def name_arrays(
    model: onnx.ModelProto, arrays: dict[str, NDArray[np.generic]]
) -> Iterator[tuple[str, NDArray[np.generic]]]:
    """Yield a graph's parameters by the names that they have in it.

    Tables and biases keep theirs; the name of a matrix is that of the bias added to its product.
    """
    biases = {
        node.name.removesuffix("/Gemm_Add").removesuffix("/Add"): given.removesuffix(".bias")
        for node in model.graph.node
        if node.op_type == "Add"
        for given in node.input
        if given.endswith(".bias")
    }
    for given in arrays:
        if given.endswith((".bias", "LayerNorm.weight")):
            yield given, arrays[given]
        elif given.endswith(".weight_quantized"):
            yield given.removesuffix("_quantized"), unround(arrays, given)
    for node in model.graph.node:
        if node.op_type == "MatMulInteger":
            place = node.name.removesuffix(ENDINGS[0]).removesuffix(ENDINGS[1])
            layer = biases.get(place) or UNBIASED[place]
            yield f"{layer}.weight", unround(arrays, node.input[1]).T


def unround(arrays: dict[str, NDArray[np.generic]], quantized: str) -> NDArray[np.float32]:
    """Return what the whole numbers of a table, or of a matrix by its columns, stand for."""
    name = quantized.removesuffix("_quantized")
    scale, zero, whole = (
        arrays[each].astype(np.float32)
        for each in (f"{name}_scale", f"{name}_zero_point", quantized)
    )
    return np.asarray((whole - zero) * scale, dtype=np.float32)


if __name__ == "__main__":
    main()
