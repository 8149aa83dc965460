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

from onrecord.models.senses import SENSES
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
FARTHEST = 256  # wordpieces: at this distance the last bucket begins
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
        self.register_buffer("buckets", _bucket(torch.arange(-FARTHEST, FARTHEST + 1)), False)
        self.mix = nn.Linear(WIDTH, WIDTH)
        self.roles = nn.Linear(WIDTH, roles)
        self.conditions = nn.Linear(WIDTH, len(BIO))
        self.kind = nn.Linear(2 * size, WIDTH)
        self.kinds = nn.ModuleDict({name: nn.Linear(WIDTH, n) for name, n in kinds.items()})
        self.telling = telling
        self.drop = nn.Dropout(0.1)

    def rows(self, states: Tensor, hints: Tensor) -> Tensor:
        """Return what all spans see of each wordpiece, shape (batch, length, 256)."""
        token: Tensor = self.token(states)
        return token + self.hints(hints.to(states.dtype))

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
        rows = self.rows(states, hints)[window]
        hidden = self.mixed(rows, span, self.steps(at, start, end))
        roles = self.roles(hidden)
        told = _pool(self.weigh(roles).to(states.dtype), states, window)
        return roles, self.conditions(hidden), *self.answer(span, told)

    def mixed(self, rows: Tensor, span: Tensor, steps: Tensor) -> Tensor:
        """Return each wordpiece as a span sees it, shape (n_spans, length, 256)."""
        hidden = rows * (1 + self.scale(span)[:, None]) + self.shift(span)[:, None]
        hidden = nn.functional.gelu(hidden + self.distance(steps))
        return nn.functional.gelu(self.mix(self.drop(hidden)))

    def weigh(self, roles: Tensor) -> Tensor:
        """Return how much each wordpiece says of what a span is."""
        likely = roles.detach().softmax(-1)
        return likely[:, :, list(self.telling)].sum(-1)

    def answer(self, span: Tensor, told: Tensor) -> list[Tensor]:
        """Return the scores of each kind; `span` and `told` have shape (n_spans, size)."""
        kind = nn.functional.gelu(self.kind(torch.cat([self.drop(span), self.drop(told)], -1)))
        kind = self.drop(kind)
        return [head(kind) for head in self.kinds.values()]

    def steps(self, at: Tensor, start: Tensor, end: Tensor) -> Tensor:
        """Return the bucket of each wordpiece's distance from the span, 32 inside it.

        `at` numbers the wordpieces, in one row for all spans or one for each.
        """
        before = (at - start[:, None]).clamp(max=0)
        after = (at - end[:, None] + 1).clamp(min=0)
        return self.buckets[(before + after).clamp(-FARTHEST, FARTHEST) + FARTHEST]


def _bucket(distance: Tensor) -> Tensor:
    size = distance.abs().to(torch.float32)
    bucket = torch.where(size < 16, size, 16 + 4 * torch.log2(size.clamp(min=16) / 16))
    return (distance.sign() * bucket.floor()).long().clamp(-DISTANCES, DISTANCES) + DISTANCES


def _pool(weights: Tensor, states: Tensor, window: Tensor) -> Tensor:
    """Return the mean state of each span by `weights`, shape (n_spans, length)."""
    total = weights.sum(1, keepdim=True).clamp(min=1e-3)
    return torch.bmm(weights[:, None], states[window])[:, 0] / total


class Reader(nn.Module):
    """MiniLM with the tags and the heads; `encode` runs once a window."""

    def __init__(self, config: BertConfig) -> None:
        super().__init__()
        size = config.hidden_size
        self.encoder = BertModel(config, add_pooling_layer=False)
        self.senses = nn.Linear(len(SENSES), size, bias=False)
        nn.init.zeros_(self.senses.weight)
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

    def encode(
        self, ids: Tensor, kinds: Tensor, senses: Tensor, mask: Tensor
    ) -> tuple[Tensor, ...]:
        """Return states, tags, cues, triggers of windows of shape (batch, length).

        `senses` (batch, length, len(SENSES)) are what the words mostly tell.
        """
        words = self.encoder.embeddings.word_embeddings(ids) + self.senses(senses)
        states = self.encoder(
            inputs_embeds=words, token_type_ids=kinds, attention_mask=mask
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
