"""Rows of before and rows of now, paired: what is new, what has changed, what was withdrawn."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass

from onrecord.watches.contents import Look, Seen, list_words

# Of two sentences of one page, the share of words that both have, from which on one is taken for
# what became of the other: an edited number or verb, not another sentence.
_ALIKE = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A row that is not what it was; `fields` names what of its content differs."""

    before: Seen
    after: Seen
    fields: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """A row that is gone, and why."""

    before: Seen
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What differs between two looks, each in the order of the rows."""

    new: tuple[Seen, ...] = ()
    changed: tuple[Change, ...] = ()
    withdrawn: tuple[Withdrawal, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.new or self.changed or self.withdrawn)


def find_news(before: Sequence[Seen], now: Look) -> News:
    """Return what is new, changed and withdrawn in `now` against `before`.

    Rows of one page and kind are paired, as long as any are left: by the same content, by the
    same words, by the same sentence, by sentences that are alike. Pairs of the same content are
    no news, wherever the words stand and whatever has read them.
    """
    old = dict(enumerate(before))
    new = dict(enumerate(now.rows))
    changes: dict[int, Change] = {}
    for key in (_whole, _words, _sentence):
        for a, b in _pair(old, new, key):
            change = _compare(old.pop(a), new.pop(b))
            if change is not None:
                changes[b] = change
    for a, b in _pair_alike(old, new):
        change = _compare(old.pop(a), new.pop(b))
        if change is not None:
            changes[b] = change
    return News(
        new=tuple(new.values()),
        changed=tuple(changes[b] for b in sorted(changes)),
        withdrawn=tuple(
            Withdrawal(before=seen, why=_explain(seen, now.pages.get(seen.page)))
            for seen in old.values()
        ),
    )


def _whole(seen: Seen) -> Hashable:
    return seen.page, seen.kind, tuple(seen.content.items())


def _words(seen: Seen) -> Hashable:
    return seen.page, seen.kind, tuple(list_words(seen.words))


def _sentence(seen: Seen) -> Hashable:
    return seen.page, seen.kind, tuple(list_words(seen.sentence))


def _pair(
    old: dict[int, Seen], new: dict[int, Seen], key: Callable[[Seen], Hashable]
) -> list[tuple[int, int]]:
    """Return pairs of rows with the same key, the first with the first."""
    waiting: dict[Hashable, list[int]] = defaultdict(list)
    for number, seen in old.items():
        waiting[key(seen)].append(number)
    pairs = []
    for number, seen in new.items():
        numbers = waiting.get(key(seen))
        if numbers:
            pairs.append((numbers.pop(0), number))
    return pairs


def _pair_alike(old: dict[int, Seen], new: dict[int, Seen]) -> list[tuple[int, int]]:
    """Return pairs of rows of one page and kind whose sentences are alike, the most alike first."""
    left: dict[Hashable, list[int]] = defaultdict(list)
    for number, seen in old.items():
        left[seen.page, seen.kind].append(number)
    words_of = {id(seen): frozenset(list_words(seen.sentence)) for seen in _both(old, new)}
    found = []
    for b, seen in new.items():
        for a in left.get((seen.page, seen.kind), ()):
            ours, theirs = words_of[id(seen)], words_of[id(old[a])]
            alike = len(ours & theirs) / max(1, len(ours | theirs))
            if alike >= _ALIKE:
                found.append((-alike, a, b))
    pairs: list[tuple[int, int]] = []
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    for _, a, b in sorted(found):
        if a not in taken_old and b not in taken_new:
            pairs.append((a, b))
            taken_old.add(a)
            taken_new.add(b)
    return pairs


def _both(old: dict[int, Seen], new: dict[int, Seen]) -> Iterable[Seen]:
    yield from old.values()
    yield from new.values()


def _compare(before: Seen, after: Seen) -> Change | None:
    names = dict.fromkeys((*before.content, *after.content))
    fields = tuple(name for name in names if before.content.get(name) != after.content.get(name))
    if not fields:
        return None
    newer = before.article != after.article
    why = "the page has changed" if newer else "it is read otherwise, or was corrected"
    return Change(before=before, after=after, fields=fields, why=why)


def _explain(seen: Seen, article: str | None) -> str:
    if article is None:
        return "its page was removed"
    if article != seen.article:
        return "the page does not say so any more"
    return "it is read otherwise, or does not fit any more"
