"""Train the network for pronouns: python -m training.pronouns.train_head --weights M --encoder E

`--folds 4` measures on four parts of GAP's development part, each with what was learnt from the
other three; no form of a snippet is in both. Without it all passages are learnt, and the weights
go to `work/head.pt` and `work/beside.json`. Takes seconds, so has no checkpoints; seed 2022.
"""

import argparse
import json
import math
import pickle
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from onrecord.coreference.candidates import load_fitness
from training.pronouns.model import SIZE, PronounHead, join_names
from training.pronouns.prepare import FEATURES, WORK, Example
from training.reader.model import Reader, load_encoder

SEED = 2022
BATCH = 64
RATE = 1e-3
PLACES = 5.0  # times the rate, for the weights of places
DECAY = 0.05

Batch = dict[str, Tensor]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, required=True, help="the shipped reader's")
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--kinds", nargs="+", help="of passages; all without it")
    options = parser.parse_args()
    examples: list[Example] = pickle.loads((WORK / "examples.pkl").read_bytes())
    examples = [each for each in examples if options.kinds is None or each.kind in options.kinds]
    reader = load_encoder(str(options.encoder))
    reader.load_state_dict(torch.load(options.weights, weights_only=True))
    if options.folds:
        guessed: list[tuple[int, int]] = []
        for fold in range(options.folds):
            held = [each for each in examples if _fold(each, options.folds) == fold]
            learnt = [each for each in examples if _fold(each, options.folds) != fold]
            head = train(learnt, reader, options.epochs)
            guessed += guess(head, [each for each in held if each.kind == "gap"])
        print(f"folds of development: {describe(guessed)}")
        return
    head = train(examples, reader, options.epochs)
    print(f"learnt: {describe(guess(head, [each for each in examples if each.kind == 'gap']))}")
    torch.save(head.state_dict(), WORK / "head.pt")
    weights = head.beside.weight.data[0].tolist()
    table = {name: round(weight, 2) for name, weight in zip(FEATURES, weights, strict=True)}
    (WORK / "beside.json").write_text(json.dumps(table, indent=1) + "\n")


def _fold(example: Example, folds: int) -> int | None:
    return None if example.snippet is None else example.snippet % folds


def train(examples: Sequence[Example], reader: Reader, epochs: int) -> PronounHead:
    """Return a network that has learnt the examples."""
    torch.manual_seed(SEED)
    rng = random.Random(SEED)
    head = PronounHead(len(FEATURES))
    head.start_from(reader.encoder)
    head.none.bias.data.fill_(load_fitness().neither)
    batch = collate(examples[:3000])
    with torch.no_grad():
        asked = head.ask(batch["states"])[batch["of"] >= 0]
        head.middle.copy_(asked.mean(0))
        head.spread.copy_(asked.std(0) + 1e-3)
    places = list(head.beside.parameters())
    others = [each for name, each in head.named_parameters() if not name.startswith("beside")]
    groups = [
        {"params": [each for each in others if each.requires_grad], "full": RATE},
        {"params": places, "full": RATE * PLACES},
    ]
    optimizer = torch.optim.AdamW(groups, lr=RATE, weight_decay=DECAY)
    steps = epochs * math.ceil(len(examples) / BATCH)
    head.train()
    for step, chosen in enumerate(_draw(examples, epochs, rng)):
        for group in optimizer.param_groups:
            group["lr"] = group["full"] * max(0.02, 1 - step / steps)
        batch = collate(chosen)
        loss = nn.functional.cross_entropy(score_people(head, batch), batch["right"])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return head.eval()


def _draw(examples: Sequence[Example], epochs: int, rng: random.Random) -> Iterator[list[Example]]:
    for _ in range(epochs):
        order = rng.sample(range(len(examples)), len(examples))
        for first in range(0, len(order), BATCH):
            yield [examples[number] for number in order[first : first + BATCH]]


def collate(examples: Sequence[Example]) -> Batch:
    """Return examples side by side; where fewer names or people are, the rest is nobody's."""
    count = len(examples)
    names = max(len(each.view.people) for each in examples)
    people = max(len(each.features) for each in examples)
    batch = {
        "states": torch.zeros(count, 1 + names, SIZE),
        "distances": torch.zeros(count, names, dtype=torch.long),
        "of": torch.full((count, names), -1),
        "people": torch.zeros(count, people, dtype=torch.bool),
        "features": torch.zeros(count, people, len(FEATURES)),
        "right": torch.tensor([people if each.right < 0 else each.right for each in examples]),
    }
    for row, each in enumerate(examples):
        own = len(each.view.people)
        batch["states"][row, : 1 + own] = torch.from_numpy(each.view.states)
        batch["distances"][row, :own] = torch.from_numpy(each.view.distances)
        batch["of"][row, :own] = torch.from_numpy(each.view.people)
        batch["people"][row, np.unique(each.view.people)] = True
        batch["features"][row, : len(each.features)] = torch.from_numpy(each.features)
    return batch


def score_people(head: PronounHead, batch: Batch) -> Tensor:
    """Return the scores of people and, last, of nobody."""
    scores, none = head(batch["states"], batch["distances"])
    beside = head.beside(batch["features"])[..., 0]
    return torch.cat([join_names(scores, batch["of"], batch["people"], beside), none[:, None]], 1)


def guess(head: PronounHead, examples: Sequence[Example]) -> list[tuple[int, int]]:
    """Return for each example who is meant and who is guessed, -1 for nobody."""
    pairs: list[tuple[int, int]] = []
    with torch.no_grad():
        for first in range(0, len(examples), BATCH):
            batch = collate(examples[first : first + BATCH])
            scores = score_people(head, batch)
            nobody = scores.shape[1] - 1
            for gold, best in zip(batch["right"].tolist(), scores.argmax(1).tolist(), strict=True):
                pairs.append((-1 if gold == nobody else gold, -1 if best == nobody else best))
    return pairs


def describe(pairs: Sequence[tuple[int, int]]) -> str:
    """Return F1 as GAP defines it, and the share of right answers."""
    true = sum(gold == best >= 0 for gold, best in pairs)
    total = sum(gold >= 0 for gold, _ in pairs) + sum(best >= 0 for _, best in pairs)
    right = sum(gold == best for gold, best in pairs) / max(len(pairs), 1)
    return f"F1 {2 * true / max(total, 1):.3f}, right {right:.3f} of {len(pairs)}"


if __name__ == "__main__":
    main()
