"""Average the weights of two runs of one chain.

python -m training.reader.average NAME FIRST SECOND --share 0.3    # of the first
"""

import argparse

import torch

from training.reader.train import WORK


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name")
    parser.add_argument("first")
    parser.add_argument("second")
    parser.add_argument("--share", type=float, required=True)
    options = parser.parse_args()
    first, second = (
        torch.load(WORK / f"{run}.pt", weights_only=True) for run in (options.first, options.second)
    )
    mean = {
        name: torch.lerp(second[name], first[name], options.share)
        if first[name].is_floating_point()
        else first[name]
        for name in first
    }
    torch.save(mean, WORK / f"{options.name}.pt")


if __name__ == "__main__":
    main()
