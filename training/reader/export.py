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

from onrecord.models.senses import SENSES
from training.reader.model import WIDTH, Heads, Reader, load_encoder, share

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


class Attention(nn.Module):
    """Takes the place of the encoder's own, which also turns and measures what it needs not."""

    def __init__(self, own: Any) -> None:
        super().__init__()
        self.query, self.key, self.value = own.query, own.key, own.value
        self.heads, self.scale = own.num_attention_heads, own.attention_head_size**-0.5

    def forward(self, states: Tensor, *_: Any, **options: Any) -> tuple[Tensor, None]:
        parts = self.query(states), self.key(states), self.value(states)
        return attention(*parts, self.heads, self.scale), None


class WindowGraph(nn.Module):
    """ids, kinds (1, length) and senses (1, length, 34) to what is said of each wordpiece.

    That is states, cues, triggers, what the other graphs see of it, and the state before the last
    layer. This one is for the pronouns (training/pronouns); nobody pays for them who does not ask.
    """

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, ids: Tensor, kinds: Tensor, senses: Tensor) -> tuple[Tensor, ...]:
        inner: list[Tensor] = []
        last = self.reader.encoder.encoder.layer[-1]
        hook = last.register_forward_pre_hook(lambda _, inputs: inner.append(inputs[0]))
        states, tags, cues, triggers = self.reader.encode(ids, kinds, senses, torch.ones_like(ids))
        hook.remove()
        hints = share(tags, cues, triggers)
        rows = (heads.rows(states, hints) for heads in (self.reader.statements, self.reader.acts))
        return states, cues, triggers, *rows, inner[0]


class SpanGraph(nn.Module):
    """Wordpieces of a window and spans in it to the answers for each span.

    `states` (length, 384) and `rows` (length, 256) are the whole window's; of it each span sees
    the wordpieces with the numbers `seen` (n_spans, width), and has roles there.
    """

    def __init__(self, heads: Heads) -> None:
        super().__init__()
        self.heads = heads

    def forward(
        self, states: Tensor, rows: Tensor, seen: Tensor, start: Tensor, end: Tensor
    ) -> tuple[Tensor, ...]:
        heads = self.heads
        at = torch.arange(states.shape[0])
        inside = ((at >= start[:, None]) & (at < end[:, None])).to(states.dtype)
        span = inside @ states / inside.sum(1, keepdim=True)
        hidden = heads.mixed(rows[seen], span, heads.steps(seen, start, end))
        roles = heads.roles(hidden)
        weights = torch.zeros_like(inside).scatter(1, seen, heads.weigh(roles))
        told = weights @ states / weights.sum(1, keepdim=True).clamp(min=1e-3)
        return roles, heads.conditions(hidden), *heads.answer(span, told)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--folder", type=Path, default=FOLDER)
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    reader = load_encoder(str(options.encoder))
    register_custom_op_symbolic("onrecord::attention", attention_node, OPSET)
    reader.load_state_dict(torch.load(options.weights, weights_only=True))
    for layer in reader.encoder.encoder.layer:
        layer.attention.self = Attention(layer.attention.self)
    reader.eval()
    ids = torch.ones(1, 12, dtype=torch.long)
    states, rows = torch.zeros(12, 384), torch.zeros(12, WIDTH)
    start, end = torch.tensor([2, 5]), torch.tensor([3, 7])
    seen = torch.stack([torch.arange(0, 6), torch.arange(3, 9)])
    work = options.weights.parent
    export(
        WindowGraph(reader), (ids, ids * 0, torch.zeros(1, 12, len(SENSES))),
        ["ids", "kinds", "senses"],
        ["states", "cues", "triggers", "cue_rows", "trigger_rows", "inner"],
        {"ids": {1: "length"}, "kinds": {1: "length"}, "senses": {1: "length"}},
        work / "window.onnx", options.folder / "reader-window.onnx",
    )  # fmt: skip
    for name, heads in (("cue", reader.statements), ("trigger", reader.acts)):
        export(
            SpanGraph(heads), (states, rows, seen, start, end),
            ["states", "rows", "seen", "start", "end"],
            ["roles", "conditions", *heads.kinds],
            {
                "states": {0: "length"}, "rows": {0: "length"},
                "seen": {0: "spans", 1: "width"}, "start": {0: "spans"}, "end": {0: "spans"},
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
