"""Train the reader; goes on from its last checkpoint where it was interrupted.

    python -m training.reader.train first  --data ../shared/data --encoder ENCODER --epochs 4
    python -m training.reader.train second --data ../shared/data \
        --start training/reader/work/first.pt --own 2 --rate 1e-4 --epochs 2

The name is that of the run: `work/NAME.pt` holds its averaged weights, and
`work/NAME.state.pt` what is needed to go on. The same code runs on a CPU and on a GPU.
Then `training.reader.export` writes the graphs, which `python -m evaluation` measures.
"""

import argparse
import math
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from onrecord.models.senses import SENSES, read_senses
from onrecord.models.wordpieces import read_vocabulary
from training.acts import standoff as marked_acts
from training.acts.standoff import MarkedDocument
from training.reader import standoff as marked_statements
from training.reader.attributions import read_labels
from training.reader.model import ROLES, Heads, Reader, load_encoder, share
from training.reader.prepare import (
    UNKNOWN,
    Example,
    SpanLabels,
    Text,
    make_examples,
    own_act_files,
    own_files,
    read_marked,
    read_own,
    read_own_acts,
    read_polnear,
    read_stances,
)
from training.reader.rounding import round_like_graphs
from training.reader.standoff import MarkedText

WORK = Path(__file__).with_name("work")
DATA = Path("src/onrecord/models/data")
STANCES = Path(__file__).with_name("stances.csv")
MARKED = ("re3d", "wikiwars", "pages", "unscon", "articles")
"""Texts of others, beside PolNeAR, in which we marked statements or acts."""
SEED = 2022
MASK = 103  # [MASK] in the vocabulary
FORGOTTEN = 0.15  # of the hints: a word that the table lacks must be read too
UNSEEN = 0.25  # of the words with hints: what a word that is not known tells, only they can say
BATCH = 8
AVERAGE = 0.998  # of the running mean of the weights that is kept at each step
HEADS_RATE = 4.0  # times the encoder's rate
SAVE_EVERY = 200  # steps
# How much each loss counts; the tags of PolNeAR's table and the roles are what it is all for.
WEIGHTS = {
    "tags": 1.0,
    "cues": 0.7,
    "roles": 1.0,
    "conditions": 0.6,
    "stance": 0.3,
    "act": 0.6,
    "polarity": 0.15,
    "triggers": 0.7,
    "acts roles": 0.7,
    "acts conditions": 0.4,
    "acts root": 0.9,
    "acts modality": 0.5,
    "acts polarity": 0.15,
    "acts background": 0.15,
    "acts denied": 0.15,
}


def main() -> None:
    options = parse_options()
    torch.manual_seed(SEED)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    examples = read_examples(options)
    reader = load_encoder(str(options.encoder)).to(device)
    if options.start:
        state = torch.load(options.start, map_location=device, weights_only=True)
        missing, unexpected = reader.load_state_dict(state, strict=False)
        print(f"new: {missing}, left out: {unexpected}")
    if options.rounded:
        round_like_graphs(reader)
    if options.kinds:
        reader.requires_grad_(requires_grad=False)
        for heads in (reader.statements, reader.acts):
            heads.kind.requires_grad_(requires_grad=True)
            heads.kinds.requires_grad_(requires_grad=True)
    optimizer = make_optimizer(reader, options.rate)
    average = {name: value.clone() for name, value in reader.state_dict().items()}
    steps = options.epochs * math.ceil(len(examples) / BATCH)
    done = 0
    state_path = WORK / f"{options.name}.state.pt"
    if state_path.exists():
        state = torch.load(state_path, map_location=device, weights_only=True)
        reader.load_state_dict(state["reader"])
        optimizer.load_state_dict(state["optimizer"])
        average, done = state["average"], state["done"]
        print(f"goes on after step {done}")
    began, pieces, losses = time.monotonic(), 0, []
    for step, batch in enumerate(batches(examples, options.epochs)):
        if step < done:
            continue
        for group in optimizer.param_groups:
            group["lr"] = group["full"] * rate_at(step / steps, options.final)
        reader.train()
        with torch.autocast(device.type, dtype=torch.bfloat16):
            loss = loss_of(reader, batch, device, options.mask)
        loss.backward()
        nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        keep = min(AVERAGE, (1 + step) / (10 + step))
        with torch.no_grad():
            for name, value in reader.state_dict().items():
                average[name].lerp_(value, 1 - keep)
        losses.append(loss.item())
        pieces += sum(len(example.window.ids) for example in batch)
        if (step + 1) % SAVE_EVERY == 0 or step + 1 == steps:
            state = {
                "reader": reader.state_dict(),
                "optimizer": optimizer.state_dict(),
                "average": average,
                "done": step + 1,
            }
            torch.save(state, state_path.with_suffix(".new"))
            state_path.with_suffix(".new").replace(state_path)
            torch.save(average, WORK / f"{options.name}.pt")
            speed = pieces / (time.monotonic() - began)
            print(
                f"step {step + 1} of {steps}: loss {np.mean(losses):.4f}, {speed:.0f} wordpieces/s",
                flush=True,
            )
            losses = []


def parse_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name")
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--encoder", type=Path, required=True, help="all-MiniLM-L6-v2's folder")
    parser.add_argument("--start", type=Path, help="the weights to begin with")
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--rate", type=float, default=2.5e-4)
    parser.add_argument("--final", type=float, default=0.0, help="part of the rate at the end")
    parser.add_argument("--own", type=int, default=0, help="draws of names for each own passage")
    parser.add_argument("--acts", type=int, default=0, help="the same for each passage of acts")
    parser.add_argument(
        "--kinds", action="store_true", help="only what statements and acts are, on own text"
    )
    parser.add_argument("--rounded", action="store_true", help="round as the int8 graphs do")
    parser.add_argument("--mask", type=float, default=0.0, help="part of the wordpieces not shown")
    parser.add_argument(
        "--part", type=float, default=1.0, help="of the texts beside PolNeAR, drawn by the name"
    )
    parser.add_argument(
        "--limit", type=int, help="only that many articles of PolNeAR, drawn by the name of the run"
    )
    options = parser.parse_args()
    WORK.mkdir(parents=True, exist_ok=True)
    return options


def read_examples(options: argparse.Namespace) -> list[Example]:
    texts: list[Text] = []
    draw = random.Random(f"{SEED} {options.name}")  # others in each run of a chain
    if not options.kinds:
        path = options.data / "polnear" / "train.jsonl"
        _, told, said = read_marks("polnear", options.data)
        texts = list(read_polnear(path, read_stances(STANCES), read_labels(), told, said))
        draw.shuffle(texts)
        texts.sort(key=lambda text: (text.acts is None, not text.complete))
        texts = texts[: options.limit]  # those with our marks in all of them
    others: list[Text] = []
    if options.own:
        others += read_own(own_files(), fills=options.own)
    if options.acts:
        others += read_own_acts(own_act_files(), fills=options.acts)
        for name in MARKED:
            others += read_marked(*read_marks(name, options.data))
    texts += draw.sample(others, round(options.part * len(others)))
    vocabulary = read_vocabulary(DATA / "reader-vocabulary.txt")
    senses = read_senses(DATA / "reader-senses.csv")
    examples = [each for text in texts for each in make_examples(text, vocabulary, senses)]
    pieces = sum(len(example.window.ids) for example in examples)
    print(f"{len(texts)} texts, {len(examples)} windows, {pieces} wordpieces", flush=True)
    return examples


def read_marks(
    name: str, data: Path
) -> tuple[dict[str, str], dict[str, MarkedDocument], dict[str, MarkedText]]:
    """Return the texts of a set, and the documents in which we marked acts, and statements."""
    texts = marked_acts.read_texts(name, data)
    told, said = (each.HERE / f"{name}.jsonl" for each in (marked_acts, marked_statements))
    acts = list(marked_acts.read_documents(told, texts)) if told.exists() else []
    given = marked_statements.read_given(name, data)
    statements = marked_statements.read_documents(said, texts, given) if said.exists() else ()
    return texts, {each.id: each for each in acts}, {each.id: each for each in statements}


def make_optimizer(reader: Reader, rate: float) -> torch.optim.AdamW:
    encoder = [p for p in reader.encoder.parameters() if p.requires_grad]
    known = {id(p) for p in encoder}
    heads = [p for p in reader.parameters() if p.requires_grad and id(p) not in known]
    groups = [
        {"params": encoder, "lr": rate, "full": rate},
        {"params": heads, "lr": rate * HEADS_RATE, "full": rate * HEADS_RATE},
    ]
    groups = [group for group in groups if group["params"]]
    return torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98))


def rate_at(part: float, final: float) -> float:
    """Return the part of the full rate: up over the first 4 %, then down in a line."""
    warm = 0.04
    if part < warm:
        return max(part / warm, 0.01)
    return final + (1 - final) * (1 - part) / (1 - warm)


def batches(examples: Sequence[Example], epochs: int) -> Iterator[list[Example]]:
    """Yield batches of windows of like length, in an order that the epoch's number gives."""
    for epoch in range(epochs):
        rng = random.Random(f"{SEED} {epoch}")
        order = list(examples)
        rng.shuffle(order)
        pool = BATCH * 32
        found = []
        for at in range(0, len(order), pool):
            part = sorted(order[at : at + pool], key=lambda example: len(example.window.ids))
            found += [part[i : i + BATCH] for i in range(0, len(part), BATCH)]
        rng.shuffle(found)
        yield from found


def collate(batch: Sequence[Example], device: torch.device) -> tuple[Tensor, ...]:
    """Return ids, kinds, senses, mask of shape (batch, length), senses with one axis more."""
    length = max(len(example.window.ids) for example in batch)
    ids = torch.zeros(len(batch), length, dtype=torch.long)
    kinds = torch.zeros_like(ids)
    mask = torch.zeros_like(ids)
    senses = torch.zeros(len(batch), length, len(SENSES))
    for row, example in enumerate(batch):
        size = len(example.window.ids)
        ids[row, :size] = torch.from_numpy(example.window.ids)
        kinds[row, :size] = torch.from_numpy(example.window.kinds)
        senses[row, :size] = torch.from_numpy(example.window.hints)
        mask[row, :size] = 1
    return ids.to(device), kinds.to(device), senses.to(device), mask.to(device)


def pad(arrays: Sequence[np.ndarray], length: int, device: torch.device) -> Tensor:
    out = torch.full((len(arrays), length), UNKNOWN, dtype=torch.long)
    for row, array in enumerate(arrays):
        out[row, : len(array)] = torch.from_numpy(array)
    return out.to(device)


def loss_of(
    reader: Reader, batch: Sequence[Example], device: torch.device, masked: float
) -> Tensor:
    """Return the loss of a batch; `masked` wordpieces in one are not shown, drawn anew each time.

    Words are then told by what stands around them too, as words that no training has seen must be.
    """
    ids, kinds, senses, mask = collate(batch, device)
    chances = masked + UNSEEN * senses.any(-1)
    hidden = (torch.rand(ids.shape, device=device) < chances) & (mask == 1)
    ids = ids.masked_fill(hidden, MASK)
    forgotten = torch.rand(ids.shape, device=device) < FORGOTTEN
    senses = senses.masked_fill(forgotten[..., None], 0)
    length = ids.shape[1]
    states, *scores = reader.encode(ids, kinds, senses, mask)
    parts = {
        name: cross(each, pad([getattr(example, name) for example in batch], length, device))
        for name, each in zip(("tags", "cues", "triggers"), scores, strict=True)
    }
    hints = share(*scores)
    statements = [(row, each) for row, example in enumerate(batch) for each in example.statements]
    parts |= span_losses(reader.statements, "", states, hints, statements)
    acts = [(row, each) for row, example in enumerate(batch) for each in example.acts]
    parts |= span_losses(reader.acts, "acts ", states, hints, acts)
    return torch.stack([WEIGHTS[name] * part for name, part in parts.items()]).sum()


def span_losses(
    heads: Heads, prefix: str, states: Tensor, hints: Tensor, found: list[tuple[int, SpanLabels]]
) -> dict[str, Tensor]:
    """Return the losses of one kind of spans, `found` in the rows of the batch."""
    if not found:
        return {}
    length, device = states.shape[1], states.device
    window, start, end = (
        torch.tensor(column, device=device)
        for column in zip(*((row, each.start, each.end) for row, each in found), strict=True)
    )
    roles, conditions, *kinds = heads(states, hints, window, start, end)
    partial = torch.tensor([each.partial for _, each in found], device=device)
    losses = {
        "roles": role_loss(roles, pad([each.roles for _, each in found], length, device), partial),
        "conditions": cross(
            conditions, pad([each.conditions for _, each in found], length, device), inside=5.0
        ),
    }
    for name, scores in zip(heads.kinds, kinds, strict=True):
        wanted = torch.tensor([each.kinds[name] for _, each in found], device=device)
        losses[name] = cross(scores, wanted)
    return {prefix + name: loss for name, loss in losses.items()}


def cross(scores: Tensor, gold: Tensor, *, inside: float = 1.0) -> Tensor:
    """Return the mean cross entropy over the labels that are known, 0 where none is.

    A label other than the first counts `inside` times.
    """
    flat = scores.reshape(-1, scores.shape[-1]).float()
    gold = gold.reshape(-1)
    weight = torch.full(flat.shape[-1:], inside, device=flat.device)
    weight[0] = 1.0
    total = nn.functional.cross_entropy(
        flat, gold, weight=weight, ignore_index=UNKNOWN, reduction="sum"
    )
    return total / (gold != UNKNOWN).sum().clamp(min=1)


def role_loss(scores: Tensor, gold: Tensor, partial: Tensor) -> Tensor:
    """Return the cross entropy of roles; where addressees are not marked, O may be one.

    It is summed over the wordpieces of a cue that have a role and a tenth of the others, since
    most of a window is nothing to one cue.
    """
    logs = scores.float().log_softmax(-1)
    first = ROLES.index("B-addressee")
    outside = torch.logsumexp(torch.cat([logs[..., :1], logs[..., first:]], -1), -1)
    picked = logs.gather(-1, gold.clamp(min=0)[..., None])[..., 0]
    picked = torch.where((gold == 0) & partial[:, None], outside, picked)
    known = gold != UNKNOWN
    return -(picked * known).sum() / known.sum().clamp(min=1) * 2.0


if __name__ == "__main__":
    main()
