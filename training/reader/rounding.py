"""Round in training as the int8 graphs do, so that the network learns to live with it.

onnxruntime rounds the weights of a product to seven bits, a scale for each output, and what goes
into it to eight bits, a scale for each window; the table of wordpieces has one scale of eight bits.
Gradients pass the rounding as if it were not there (Bengio et al. 2013).
"""

from functools import partial

import torch
from torch import Tensor, nn

STEPS_OF_WEIGHTS = 64  # on each side of 0
STEPS = 255


def round_like_graphs(reader: nn.Module) -> None:
    """Let each product and each table of `reader` round in training; its state stays as it is."""
    for module in reader.modules():
        if isinstance(module, nn.Linear):
            module.forward = partial(_multiply, module)
        elif isinstance(module, nn.Embedding):
            module.forward = partial(_look_up, module)


def _multiply(layer: nn.Linear, inputs: Tensor) -> Tensor:
    if not layer.training:
        return nn.functional.linear(inputs, layer.weight, layer.bias)
    return nn.functional.linear(round_inputs(inputs), round_weights(layer.weight), layer.bias)


def _look_up(table: nn.Embedding, ids: Tensor) -> Tensor:
    found = nn.functional.embedding(ids, table.weight, table.padding_idx)
    if not table.training:
        return found
    low, high = table.weight.detach().aminmax()
    return _straight(found, ((high - low) / STEPS).clamp(min=1e-8))


def round_weights(weight: Tensor) -> Tensor:
    """Return `weight` (outputs, inputs) as it is after seven bits with a scale for each output."""
    scale = weight.detach().abs().amax(1, keepdim=True) / STEPS_OF_WEIGHTS
    return _straight(weight, scale.clamp(min=1e-8))


def round_inputs(inputs: Tensor) -> Tensor:
    """Return `inputs` as they are after eight bits, with a scale for each window of three axes."""
    inputs = inputs.float()
    around = (1, 2) if inputs.dim() == 3 else tuple(range(inputs.dim()))
    held = inputs.detach()
    high = held.amax(around, keepdim=True).clamp(min=0)
    low = held.amin(around, keepdim=True).clamp(max=0)
    return _straight(inputs, ((high - low) / STEPS).clamp(min=1e-8))


def _straight(values: Tensor, scale: Tensor) -> Tensor:
    held = values.detach()
    return values + (torch.round(held / scale) * scale - held)
