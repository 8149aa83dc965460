"""Export a trained reader as three int8 ONNX graphs into the package, with the vocabulary.

python -m training.reader.export training/reader/work/second.pt --encoder ENCODER
"""

import argparse
import hashlib
import shutil
import warnings
from pathlib import Path
from typing import Any

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.onnx import register_custom_op_symbolic
from torch.onnx.symbolic_helper import parse_args
from transformers import AttentionInterface

from training.reader.model import HINTS, Heads, Reader, load_encoder, share

FOLDER = Path("src/onrecord/models/data")
OPSET = 17


@torch.library.custom_op("onrecord::attention", mutates_args=())  # type: ignore[untyped-decorator]
def attention(query: Tensor, key: Tensor, value: Tensor, heads: int, scale: float) -> Tensor:
    """Return what each wordpiece takes from the others; all have shape (1, length, size)."""
    parts = [each.unflatten(-1, (heads, -1)).transpose(1, 2) for each in (query, key, value)]
    mixed = nn.functional.scaled_dot_product_attention(*parts, scale=scale)
    return mixed.transpose(1, 2).flatten(2).contiguous()


@parse_args("v", "v", "v", "i", "f")  # type: ignore[untyped-decorator]
def attention_node(graph: Any, query: Any, key: Any, value: Any, heads: int, scale: float) -> Any:
    """Write attention as one node of onnxruntime's, over all wordpieces of one window.

    Written as the products, sums and turns that it consists of, the encoder takes 1.06 to 1.14
    times as long.
    """
    parts = (query, key, value)
    node = graph.op("com.microsoft::MultiHeadAttention", *parts, num_heads_i=heads, scale_f=scale)
    return node.setType(query.type())


def attend(
    module: nn.Module, query: Tensor, key: Tensor, value: Tensor, mask: Tensor | None,
    *, scaling: float, **options: Any,
) -> tuple[Tensor, None]:  # fmt: skip
    """Take the place of the encoder's attention; `query` has shape (1, heads, length, ..)."""
    heads = query.shape[1]
    parts = [each.transpose(1, 2).flatten(2) for each in (query, key, value)]
    return attention(*parts, heads, scaling), None


class WindowGraph(nn.Module):
    """ids, kinds (1, length) to states, hints, cues, triggers."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, ids: Tensor, kinds: Tensor) -> tuple[Tensor, ...]:
        states, tags, cues, triggers = self.reader.encode(ids, kinds, torch.ones_like(ids))
        return states, share(tags, cues, triggers), cues, triggers


class SpanGraph(nn.Module):
    """states, hints (1, length, ..), start, end (n_spans,) to the answers for each span."""

    def __init__(self, heads: Heads) -> None:
        super().__init__()
        self.heads = heads

    def forward(
        self, states: Tensor, hints: Tensor, start: Tensor, end: Tensor
    ) -> tuple[Tensor, ...]:
        return self.heads(states, hints, torch.zeros_like(start), start, end)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--folder", type=Path, default=FOLDER)
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    reader = load_encoder(str(options.encoder))
    register_custom_op_symbolic("onrecord::attention", attention_node, OPSET)
    AttentionInterface.register("one node", attend)
    reader.encoder.config._attn_implementation = "one node"
    reader.load_state_dict(torch.load(options.weights, weights_only=True))
    reader.eval()
    ids = torch.ones(1, 12, dtype=torch.long)
    states, hints = torch.zeros(1, 12, 384), torch.zeros(1, 12, HINTS)
    start, end = torch.tensor([2, 5]), torch.tensor([3, 7])
    work = options.weights.parent
    export(
        WindowGraph(reader), (ids, ids * 0), ["ids", "kinds"],
        ["states", "hints", "cues", "triggers"],
        {"ids": {1: "length"}, "kinds": {1: "length"}},
        work / "window.onnx", options.folder / "reader-window.onnx",
    )  # fmt: skip
    for name, heads in (("cue", reader.statements), ("trigger", reader.acts)):
        export(
            SpanGraph(heads), (states, hints, start, end), ["states", "hints", "start", "end"],
            ["roles", "conditions", *heads.kinds],
            {
                "states": {1: "length"}, "hints": {1: "length"},
                "start": {0: "spans"}, "end": {0: "spans"},
            },
            work / f"{name}.onnx", options.folder / f"reader-{name}.onnx",
        )  # fmt: skip
    shutil.copy(options.encoder / "vocab.txt", options.folder / "reader-vocabulary.txt")
    for path in sorted(options.folder.glob("reader-*.onnx")):
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        print(f"{path}  {path.stat().st_size / 1e6:.1f} MB  sha256 {digest}")


def export(
    graph: nn.Module, inputs: tuple[Tensor, ...], names: list[str], outputs: list[str],
    axes: dict[str, dict[int, str]], full: Path, small: Path,
) -> None:  # fmt: skip
    graph.eval()
    with torch.no_grad():
        torch.onnx.export(
            graph, inputs, str(full), input_names=names, output_names=outputs,
            dynamic_axes=axes, opset_version=OPSET, dynamo=False,
        )  # fmt: skip
    quantize_dynamic(
        str(full),
        str(small),
        weight_type=QuantType.QInt8,
        per_channel=True,
        reduce_range=True,  # eight bits may overflow where a processor has no VNNI
        op_types_to_quantize=["MatMul", "Gather"],
    )


if __name__ == "__main__":
    main()
