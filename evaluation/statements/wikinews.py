"""Rebuild the plain text of a GUM document (Wikinews articles and interviews, CC BY 2.5)."""

import re
from pathlib import Path

_TURN = re.compile(r'^# newpar_block = .*?\bsp who:::"#?([^"]+)"')
_NAME_PARTS = re.compile(r"(?<=[a-z])(?<!Mc)(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")


def read_document(folder: Path, name: str) -> str:
    """Return the text of `folder/name.conllu`, the same on every run.

    Words are joined as SpaceAfter says, sentences by one space, paragraphs by an empty line;
    a heading, a list item or a caption is a paragraph. A word that the treebank splits
    ("don't") stands as it was printed. The text ends without a line break.

    GUM took the labels of an interview's turns out of the words and keeps them as mark-up.
    They are put back, since nobody could tell the speakers without them: the first paragraph
    of each turn begins with the name and a colon ("Nick Bos: ").
    """
    paragraphs: list[list[str]] = []
    sentence = label = ""
    starts_paragraph = True
    covered = 0  # the last word number that a printed form before it has already covered
    for line in [*(folder / f"{name}.conllu").read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("#"):
            # "# newpar" alone; "# newpar_block = head (1 s)" only describes it.
            starts_paragraph = starts_paragraph or line.strip() == "# newpar"
            if turn := _TURN.match(line):
                label = _NAME_PARTS.sub(" ", turn[1]) + ": "
        elif line:
            columns = line.split("\t")
            number, form, misc = columns[0], columns[1], columns[9]
            if "." in number:  # an elided word of the enhanced graph: not printed
                continue
            if "-" in number:
                covered = int(number.split("-")[1])
            elif int(number) <= covered:
                continue
            sentence += form + ("" if "SpaceAfter=No" in misc.split("|") else " ")
        elif sentence:
            if starts_paragraph or not paragraphs:
                paragraphs.append([])
            paragraphs[-1].append(label + sentence.strip())
            sentence, label, starts_paragraph, covered = "", "", False, 0
    return "\n\n".join(" ".join(each) for each in paragraphs)
