"""Export the network for pronouns as an int8 graph into the package, and its weights of place.

python -m training.pronouns.export [--folder FOLDER]
"""

import argparse
import hashlib
import json
import warnings
from pathlib import Path

import torch

from training.pronouns.model import SIZE, PronounHead
from training.pronouns.prepare import FEATURES, WORK
from training.reader.export import FOLDER, export

TABLE = Path("src/onrecord/data/pronouns.json")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=FOLDER)
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    head = PronounHead(len(FEATURES))
    head.load_state_dict(torch.load(WORK / "head.pt", weights_only=True))
    path = options.folder / "reader-pronoun.onnx"
    export(
        head, (torch.zeros(1, 3, SIZE), torch.tensor([[-5, -2]])),
        ["states", "distances"], ["scores", "none"],
        {"states": {1: "spans"}, "distances": {1: "names"}, "scores": {1: "names"}},
        WORK / "pronoun.onnx", path,
    )  # fmt: skip
    table = json.loads(TABLE.read_text("utf-8"))
    beside = json.loads((WORK / "beside.json").read_text("utf-8"))
    table["beside"] = {name: weight for name, weight in beside.items() if weight}
    TABLE.write_text(json.dumps(table, indent=1) + "\n")
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    print(f"{path}  {path.stat().st_size / 1e6:.1f} MB  sha256 {digest}")


if __name__ == "__main__":
    main()
