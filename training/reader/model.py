"""The reader's network: one encoder, tags over the text, and roles for every cue.

    tags   (batch, length, 7)     BIO of source, cue, content: outermost attributions, as in PolNeAR
    cues   (batch, length, 3)     BIO of every cue, also inside what somebody says
    roles  (n_cues, length, 7)    for one cue: BIO of its source, content, addressee
    conditions (n_cues, length, 3)  for one cue: BIO of the condition inside its content
    stance, act, polarity (n_cues, ..)  what the statement of the cue is

A wordpiece may be part of several statements, since roles are scored for each cue apart.
"""

import torch
from torch import Tensor, nn
from transformers import BertConfig, BertModel

TAGS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
CUES = ("O", "B", "I")
ROLES = ("O", "B-source", "I-source", "B-content", "I-content", "B-addressee", "I-addressee")
STANCES = ("said", "relay", "attitude", "plan", "perception", "decision")
ACTS = (
    "claim", "confirm", "deny", "dispute", "warn_of", "warn_against", "threaten", "demand",
    "appeal", "offer", "commit", "accept", "refuse", "accuse", "criticise", "praise",
)  # fmt: skip
POLARITIES = ("positive", "negative")
KINDS = 6
WIDTH = 256
DISTANCES = 32


class Heads(nn.Module):
    """Roles and kinds of given cues; the half of the network that runs once for each cue."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self.token = nn.Linear(size, WIDTH)
        self.scale = nn.Linear(size, WIDTH)
        self.shift = nn.Linear(size, WIDTH)
        self.distance = nn.Embedding(2 * DISTANCES + 1, WIDTH)
        self.mix = nn.Linear(WIDTH, WIDTH)
        self.roles = nn.Linear(WIDTH, len(ROLES))
        self.conditions = nn.Linear(WIDTH, len(CUES))
        self.kind = nn.Linear(2 * size, WIDTH)
        self.stance = nn.Linear(WIDTH, len(STANCES))
        self.act = nn.Linear(WIDTH, len(ACTS))
        self.polarity = nn.Linear(WIDTH, len(POLARITIES))
        self.drop = nn.Dropout(0.1)

    def forward(
        self, states: Tensor, window: Tensor, start: Tensor, end: Tensor
    ) -> tuple[Tensor, ...]:
        """Return roles, conditions, stance, act, polarity of the cues `[start, end)`.

        `states` (batch, length, size); `window` (n_cues,) says in which row each cue stands.
        A cue with `start == end` is none: the statement without a cue that all of the row is.
        """
        own = states[window]  # (n_cues, length, size)
        length = states.shape[1]
        at = torch.arange(length, device=states.device)
        inside = ((at >= start[:, None]) & (at < end[:, None])).to(states.dtype)
        cue = torch.bmm(inside[:, None], own)[:, 0] / inside.sum(1, keepdim=True).clamp(min=1)
        steps = self._steps(at, start, end)
        hidden = (
            self.token(states)[window] * (1 + self.scale(cue)[:, None]) + self.shift(cue)[:, None]
        )
        hidden = nn.functional.gelu(hidden + self.distance(steps))
        hidden = nn.functional.gelu(self.mix(self.drop(hidden)))
        roles = self.roles(hidden)
        conditions = self.conditions(hidden)
        likely = roles.detach().softmax(-1)
        weight = likely[:, :, 3] + likely[:, :, 4]  # how much each wordpiece is content
        total = weight.sum(1, keepdim=True).clamp(min=1e-3)
        content = torch.bmm(weight[:, None].to(own.dtype), own)[:, 0] / total
        kind = nn.functional.gelu(self.kind(torch.cat([self.drop(cue), self.drop(content)], -1)))
        kind = self.drop(kind)
        return roles, conditions, self.stance(kind), self.act(kind), self.polarity(kind)

    def _steps(self, at: Tensor, start: Tensor, end: Tensor) -> Tensor:
        """Return the bucket of each wordpiece's distance from the cue, 0 inside it."""
        before = (at - start[:, None]).clamp(max=0)
        after = (at - end[:, None] + 1).clamp(min=0)
        distance = before + after
        size = distance.abs().to(torch.float32)
        bucket = torch.where(size < 16, size, 16 + 4 * torch.log2(size.clamp(min=16) / 16))
        return (distance.sign() * bucket.floor()).long().clamp(-DISTANCES, DISTANCES) + DISTANCES


class Reader(nn.Module):
    """MiniLM with the tags and the heads; `encode` runs once a window."""

    def __init__(self, config: BertConfig) -> None:
        super().__init__()
        self.encoder = BertModel(config, add_pooling_layer=False)
        self.tags = nn.Linear(config.hidden_size, len(TAGS))
        self.cues = nn.Linear(config.hidden_size, len(CUES))
        self.heads = Heads(config.hidden_size)
        self.drop = nn.Dropout(0.1)

    def encode(self, ids: Tensor, kinds: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Return states, tags, cues of windows of shape (batch, length)."""
        states = self.encoder(
            input_ids=ids, token_type_ids=kinds, attention_mask=mask
        ).last_hidden_state
        dropped = self.drop(states)
        return states, self.tags(dropped), self.cues(dropped)


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
