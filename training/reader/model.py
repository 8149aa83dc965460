"""The reader's network: one encoder, tags over the text, and roles for every cue and act.

    tags     (batch, length, 7)  BIO of source, cue, content: outermost attributions, as in PolNeAR
    cues     (batch, length, 3)  BIO of every cue, also inside what somebody says
    triggers (batch, length, 3)  BIO of the words that tell an act
    of one cue (n_cues, length, ..): `roles`, BIO of source, content, addressee; `conditions`, BIO
        of the condition inside its content; (n_cues, ..): `stance`, `act`, `polarity`
    of one trigger (n_triggers, length, ..): `roles`, BIO of actor, recipient, place;
        `conditions`; (n_triggers, ..): `root` (its type), `modality`, `polarity`, `background`,
        `denied`

A wordpiece may be part of several statements and acts, since roles are scored for each apart.
"""

from typing import get_args

import torch
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from onrecord.records import ActType, Modality

TAGS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
BIO = ("O", "B", "I")
ROLES = ("O", "B-source", "I-source", "B-content", "I-content", "B-addressee", "I-addressee")
ACT_ROLES = ("O", "B-actor", "I-actor", "B-recipient", "I-recipient", "B-place", "I-place")
STANCES = ("said", "relay", "attitude", "plan", "perception", "decision")
SPEECH_ACTS = (
    "claim", "confirm", "deny", "dispute", "warn_of", "warn_against", "threaten", "demand",
    "appeal", "offer", "commit", "accept", "refuse", "accuse", "criticise", "praise",
)  # fmt: skip
POLARITIES = ("positive", "negative")
ACT_TYPES: tuple[str, ...] = get_args(ActType)
MODALITIES: tuple[str, ...] = get_args(Modality)
NO_YES = (False, True)
KINDS = 6
WIDTH = 256
DISTANCES = 32
HINTS = len(TAGS) + 2 * len(BIO)


class Heads(nn.Module):
    """What runs once for each found span, a cue or a trigger: its roles, and what it is.

    `telling` are the labels of the roles whose words, beside the span's own, say what it is.
    """

    def __init__(
        self, size: int, *, roles: int, kinds: dict[str, int], telling: tuple[int, ...]
    ) -> None:
        super().__init__()
        self.token = nn.Linear(size, WIDTH)
        self.hints = nn.Linear(HINTS, WIDTH, bias=False)
        nn.init.zeros_(self.hints.weight)
        self.scale = nn.Linear(size, WIDTH)
        self.shift = nn.Linear(size, WIDTH)
        self.distance = nn.Embedding(2 * DISTANCES + 1, WIDTH)
        self.mix = nn.Linear(WIDTH, WIDTH)
        self.roles = nn.Linear(WIDTH, roles)
        self.conditions = nn.Linear(WIDTH, len(BIO))
        self.kind = nn.Linear(2 * size, WIDTH)
        self.kinds = nn.ModuleDict({name: nn.Linear(WIDTH, n) for name, n in kinds.items()})
        self.telling = telling
        self.drop = nn.Dropout(0.1)

    def forward(
        self, states: Tensor, hints: Tensor, window: Tensor, start: Tensor, end: Tensor
    ) -> tuple[Tensor, ...]:
        """Return roles, conditions, and one score for each kind, of the spans `[start, end)`.

        `states` (batch, length, size); `hints` (batch, length, 13), the shares of the labels of the
        window's tags; `window` (n_spans,) says in which row each span stands.
        """
        at = torch.arange(states.shape[1], device=states.device)
        inside = ((at >= start[:, None]) & (at < end[:, None])).to(states.dtype)
        span = _pool(inside, states, window)
        tokens = self.token(states) + self.hints(hints.to(states.dtype))
        rows = tokens if len(tokens) == 1 else tokens[window]
        hidden = rows * (1 + self.scale(span)[:, None]) + self.shift(span)[:, None]
        hidden = nn.functional.gelu(hidden + self.distance(self._steps(at, start, end)))
        hidden = nn.functional.gelu(self.mix(self.drop(hidden)))
        roles = self.roles(hidden)
        likely = roles.detach().softmax(-1)
        weight = likely[:, :, list(self.telling)].sum(-1)
        told = _pool(weight.to(states.dtype), states, window)
        kind = nn.functional.gelu(self.kind(torch.cat([self.drop(span), self.drop(told)], -1)))
        kind = self.drop(kind)
        return roles, self.conditions(hidden), *(head(kind) for head in self.kinds.values())

    def _steps(self, at: Tensor, start: Tensor, end: Tensor) -> Tensor:
        """Return the bucket of each wordpiece's distance from the cue, 0 inside it."""
        before = (at - start[:, None]).clamp(max=0)
        after = (at - end[:, None] + 1).clamp(min=0)
        distance = before + after
        size = distance.abs().to(torch.float32)
        bucket = torch.where(size < 16, size, 16 + 4 * torch.log2(size.clamp(min=16) / 16))
        return (distance.sign() * bucket.floor()).long().clamp(-DISTANCES, DISTANCES) + DISTANCES


def _pool(weights: Tensor, states: Tensor, window: Tensor) -> Tensor:
    """Return the mean state of each span by `weights`, shape (n_spans, length).

    One row, as the exported graphs have it, is shared by all spans without a copy for each.
    """
    total = weights.sum(1, keepdim=True).clamp(min=1e-3)
    if len(states) == 1:
        return weights @ states[0] / total
    return torch.bmm(weights[:, None], states[window])[:, 0] / total


class Reader(nn.Module):
    """MiniLM with the tags and the heads; `encode` runs once a window."""

    def __init__(self, config: BertConfig) -> None:
        super().__init__()
        size = config.hidden_size
        self.encoder = BertModel(config, add_pooling_layer=False)
        self.tags = nn.Linear(size, len(TAGS))
        self.cues = nn.Linear(size, len(BIO))
        self.triggers = nn.Linear(size, len(BIO))
        self.statements = Heads(
            size,
            roles=len(ROLES),
            kinds={"stance": len(STANCES), "act": len(SPEECH_ACTS), "polarity": len(POLARITIES)},
            telling=(3, 4),  # the content
        )
        self.acts = Heads(
            size,
            roles=len(ACT_ROLES),
            kinds={
                "root": len(ACT_TYPES),
                "modality": len(MODALITIES),
                "polarity": len(POLARITIES),
                "background": len(NO_YES),
                "denied": len(NO_YES),
            },
            telling=(1, 2, 3, 4),  # actors and recipients
        )
        self.drop = nn.Dropout(0.1)

    def encode(self, ids: Tensor, kinds: Tensor, mask: Tensor) -> tuple[Tensor, ...]:
        """Return states, tags, cues, triggers of windows of shape (batch, length)."""
        states = self.encoder(
            input_ids=ids, token_type_ids=kinds, attention_mask=mask
        ).last_hidden_state
        dropped = self.drop(states)
        return states, self.tags(dropped), self.cues(dropped), self.triggers(dropped)


def share(*scores: Tensor) -> Tensor:
    """Return the hints: the scores of tags, cues, triggers as shares, side by side."""
    return torch.cat([each.detach().softmax(-1) for each in scores], -1)


def load_encoder(folder: str) -> Reader:
    """Return a reader with the weights of all-MiniLM-L6-v2 in `folder`, and new heads."""
    config = BertConfig.from_pretrained(folder)
    plain = BertModel.from_pretrained(folder, add_pooling_layer=False)
    rows = plain.embeddings.token_type_embeddings.weight.data[:1]
    config.type_vocab_size = KINDS
    config.attention_probs_dropout_prob = 0.0  # a fifth slower with it on a CPU
    config._attn_implementation = "sdpa"
    reader = Reader(config)
    state = plain.state_dict()
    state["embeddings.token_type_embeddings.weight"] = rows.repeat(KINDS, 1)
    reader.encoder.load_state_dict(state)
    return reader
