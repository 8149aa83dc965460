"""all-MiniLM-L6-v2 as its makers use it: the mean of the last layer over all wordpieces.

    python -m training.meaning.encoder ENCODER DATA

ENCODER is the model's folder, DATA the one that holds `news_stories`. Writes what `distil` and
`score` need to `training/meaning/work/`: vectors of single wordpieces, and of the headlines and
sentences that are scored on.
"""

import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from transformers import AutoModel, AutoTokenizer

from training.meaning.texts import read_stories

WORK = Path("training/meaning/work")
BATCH = 64
LONGEST = 96  # wordpieces of a sentence

Floats = NDArray[np.float32]


class Encoder:
    def __init__(self, folder: Path) -> None:
        self._tokenizer = AutoTokenizer.from_pretrained(folder)
        self._model = AutoModel.from_pretrained(folder).eval()

    def encode_pieces(self) -> Floats:
        """Return a vector for each wordpiece alone, in the order of the vocabulary."""
        start, end = self._tokenizer.cls_token_id, self._tokenizer.sep_token_id
        found = []
        for at in range(0, self._tokenizer.vocab_size, 1024):
            ids = torch.arange(at, min(at + 1024, self._tokenizer.vocab_size))
            rows = torch.stack([torch.full_like(ids, start), ids, torch.full_like(ids, end)], dim=1)
            found.append(self._pool(rows, torch.ones_like(rows)))
        return np.concatenate(found)

    def encode(self, texts: Sequence[str]) -> Floats:
        """Return a vector for each text, in the scale of those of single wordpieces."""
        order = sorted(range(len(texts)), key=lambda at: len(texts[at]))
        vectors = np.zeros((len(texts), 384), dtype=np.float32)
        for at in range(0, len(order), BATCH):
            chosen = order[at : at + BATCH]
            batch = self._tokenizer(
                [texts[n] for n in chosen],
                padding=True,
                truncation=True,
                max_length=LONGEST,
                return_tensors="pt",
            )
            vectors[chosen] = self._pool(batch["input_ids"], batch["attention_mask"])
        return vectors

    def _pool(self, ids: torch.Tensor, mask: torch.Tensor) -> Floats:
        with torch.inference_mode():
            states = self._model(input_ids=ids, attention_mask=mask).last_hidden_state
        weights = mask.unsqueeze(-1).float()
        return ((states * weights).sum(1) / weights.sum(1)).numpy()


def main() -> None:
    encoder, data = Encoder(Path(sys.argv[1])), Path(sys.argv[2])
    WORK.mkdir(exist_ok=True)
    stories = read_stories(data)
    parts: dict[str, Callable[[], Floats]] = {
        "pieces": encoder.encode_pieces,
        "headlines": lambda: encoder.encode([query.words for query in stories.queries]),
        "sentences": lambda: encoder.encode([sentence.words for sentence in stories.sentences]),
    }
    for name, make in parts.items():
        if (WORK / f"{name}.npy").exists():
            continue
        started = time.process_time()
        vectors = make()
        np.save(WORK / f"{name}.npy", vectors.astype(np.float16))
        print(f"{name}: {vectors.shape}, {time.process_time() - started:.0f} CPU s", flush=True)


if __name__ == "__main__":
    main()
