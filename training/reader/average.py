"""Average the weights of runs of one chain, by shares that are together 1.

python -m training.reader.average NAME FIRST:0.3 SECOND:0.7 ...
"""

import argparse

import torch
from torch import Tensor

from training.reader.train import WORK


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name")
    parser.add_argument("runs", nargs="+", help="a run and its share")
    options = parser.parse_args()
    shares = {name: float(share) for name, _, share in (run.partition(":") for run in options.runs)}
    if abs(sum(shares.values()) - 1) > 1e-6:
        raise SystemExit(f"the shares are together {sum(shares.values())}, and not 1")
    runs = {name: torch.load(WORK / f"{name}.pt", weights_only=True) for name in shares}
    mean: dict[str, Tensor] = {}
    for run, weights in runs.items():
        for name, value in weights.items():
            # A layer that a run of before did not have is nothing there, as it was at first.
            mean[name] = mean.get(name, torch.zeros_like(value)) + shares[run] * value
    torch.save(mean, WORK / f"{options.name}.pt")


if __name__ == "__main__":
    main()
