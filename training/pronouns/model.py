"""The network for pronouns: what the encoder's last layer looks for, and a small one beside it.

It sees the states of the pronoun and of the names before the encoder's last layer. `query` and
`key` are those of that layer, not trained: how much the pronoun asks for a name, and a name for the
pronoun, in each of its twelve heads. The states below are not trained either, so statements and
acts stay as they are.
"""

import torch
from torch import Tensor, nn
from transformers import BertModel

SIZE = 384
HEADS = 12
WIDTH = 64
DISTANCES = 24
LAYER = 5  # the last of the encoder
NEVER = -1e4


class PronounHead(nn.Module):
    """Scores names for a pronoun; `beside` weighs the features of place."""

    def __init__(self, features: int) -> None:
        super().__init__()
        self.query, self.key = nn.Linear(SIZE, SIZE), nn.Linear(SIZE, SIZE)
        self.middle, self.spread = (
            nn.Parameter(values, requires_grad=False)
            for values in (torch.zeros(2 * HEADS), torch.ones(2 * HEADS))
        )
        self.asked = nn.Linear(2 * HEADS, 1)
        self.pair = nn.Linear(3 * SIZE + 2 * HEADS, WIDTH)
        self.distance = nn.Embedding(2 * DISTANCES + 1, WIDTH)
        self.score = nn.Linear(WIDTH, 1)
        self.none = nn.Linear(SIZE, 1)
        self.beside = nn.Linear(features, 1, bias=False)
        self.drop = nn.Dropout(0.3)
        nn.init.normal_(self.distance.weight, std=0.02)
        for layer in (self.asked, self.score, self.none, self.beside):
            nn.init.zeros_(layer.weight)
        for layer in (self.query, self.key):
            layer.requires_grad_(requires_grad=False)

    def start_from(self, encoder: BertModel) -> None:
        """Take what the encoder's last layer asks for."""
        attention = encoder.encoder.layer[LAYER].attention.self
        self.query.load_state_dict(attention.query.state_dict())
        self.key.load_state_dict(attention.key.state_dict())

    def ask(self, states: Tensor) -> Tensor:
        """Return how much the first of `states` and each of the others ask for each other.

        The shape is (batch, n, 24): by the pronoun in each head, then by the name.
        """
        query, key = self.query(states), self.key(states)  # once: so they are stored once, int8
        both = [query[:, :1] * key[:, 1:], key[:, :1] * query[:, 1:]]
        return torch.cat([each.unflatten(-1, (HEADS, -1)).sum(-1) for each in both], -1)

    def forward(self, states: Tensor, distances: Tensor) -> tuple[Tensor, Tensor]:
        """Return the scores of the names (batch, n) and of "nobody" (batch,).

        `states` (batch, 1 + n, size) are the pronoun's and the names' mean states; `distances`
        (batch, n) from the one to the others, in wordpieces.
        """
        pronoun, names = states[:, :1], states[:, 1:]
        asked = (self.ask(states) - self.middle) / self.spread
        pair = torch.cat([pronoun.expand_as(names), names, pronoun * names, asked], -1)
        hidden = self.pair(self.drop(pair)) + self.distance(_bucket(distances))
        hidden = self.drop(nn.functional.gelu(hidden))
        scores = (self.score(hidden) + self.asked(asked))[..., 0]
        return scores, self.none(self.drop(pronoun[:, 0]))[:, 0]


def join_names(scores: Tensor, of: Tensor, people: Tensor, beside: Tensor) -> Tensor:
    """Return the scores of people (batch, people): of all their names together and their places.

    `of` (batch, n) is whose each name is, -1 for none; `people` (batch, people) who is there.
    """
    own = of[:, :, None] == torch.arange(people.shape[1])
    joined = scores[:, :, None].masked_fill(~own, NEVER).logsumexp(1)
    return (joined + beside).masked_fill(~people, NEVER)


def _bucket(distances: Tensor) -> Tensor:
    size = distances.abs().to(torch.float32)
    bucket = torch.where(size < 8, size, 8 + 3 * torch.log2(size.clamp(min=8) / 8)).floor()
    return (distances.sign() * bucket).long().clamp(-DISTANCES, DISTANCES) + DISTANCES
