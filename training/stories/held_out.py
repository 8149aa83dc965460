"""Score episodes of later days with weights fitted on earlier days alone.

    python -m training.stories.held_out DATA

DATA is the folder that holds news_stories. Fits the dated weights on pairs before the bench's
SPLIT and scores the articles from SPLIT on, alone and with the unlabelled stream mixed in. The
thresholds of grouping stay as they are.
"""

import sys
from pathlib import Path

from evaluation.stories.bench import SPLIT, group_all, link_all, print_row
from evaluation.stories.data import read_articles, read_gold

from onrecord.stories import link, sketch_reading
from training.stories.fit import fit, make_pairs


def main() -> None:
    folder = Path(sys.argv[1]) / "news_stories"
    gold = read_gold(folder / "dev_stories.jsonl")
    dev, stream = (
        {r.origin: sketch_reading(r) for r in read_articles(folder / f"{name}_articles.jsonl.gz")}
        for name in ("dev", "stream")
    )
    early = [s for s in dev.values() if s.earliest is not None and s.earliest < SPLIT]
    rows, labels, _ = make_pairs(early, gold, link.EPISODE_DAYS)
    model = fit(rows, labels)
    # In this process the package joins by the weights of the earlier days.
    link.DATED = (*model.coef_[0], model.intercept_[0])
    early_ids = {sketch.article for sketch in early}
    late = {article: story for article, story in gold.items() if article not in early_ids}
    print(
        f"fitted on {len(labels)} pairs, {labels.sum()} of one story; {len(late)} articles scored"
    )
    for name, sketches in (("development articles", dev), ("with the stream", {**stream, **dev})):
        print_row(name, group_all(sketches, link_all(sketches)[0]), late)


if __name__ == "__main__":
    main()
