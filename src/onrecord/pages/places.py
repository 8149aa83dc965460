"""From what a user types to the files to read: paths, directories and glob patterns."""

import fnmatch
import glob
import os
import re
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from onrecord.pages.names import show_name
from onrecord.pages.unreadable import Unreadable, explain

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:/")
_ANY_DEPTH = "**"
_PAGE_SUFFIXES = (".html", ".htm", ".xhtml")
# Browsers put the pictures, scripts and frames of "ferries.html" into a folder beside it, which
# is named in their language.
_PARTS_SUFFIXES = (
    "_files", ".files", "-Dateien", "_Dateien", "_fichiers", "_archivos", "_arquivos", "_ficheiros",
    "_file", "_bestanden", "-filer", "_pliki", "_soubory", "_dosyalar", "_tiedostot", "_fájlok",
)  # fmt: skip
_MAX_WILDCARDS = 50  # path segments with wildcards in one pattern


def find_files(typed: str) -> Iterator[str | Unreadable]:
    """Yield the paths of the files that one input means, as typed: relative stays relative.

    A directory gives the files below it, in the order of their names in each directory, and a
    pattern those that match, sorted by path. Hidden files and directories (".name") are left
    out unless they are typed. Links to directories are followed where they are typed but not
    below, so that no loop catches and nothing outside is read; neither are the folders that a
    browser puts beside a saved page for its parts. What gives no file is an
    `Unreadable`; a path that cannot be opened is found out later.
    """
    origin = show_name(typed)
    if not typed or "\x00" in typed:
        yield explain(origin, "is no path; give the name of a file or directory")
    elif _is_directory(typed):
        yield from _or_nothing(_walk(typed), origin, "holds no files to read")
    elif _exists(typed):
        yield typed
    elif _ADDRESS.match(typed):
        yield explain(
            origin,
            "is an address, and pages are not fetched here; save the page and give its file, or "
            "fetch it with: onrecord watch",
        )
    elif glob.has_magic(typed):
        yield from _or_nothing(_match(typed), origin, "matches no file")
    else:
        yield typed


def _or_nothing(
    paths: Iterator[str | Unreadable], origin: str, reason: str
) -> Iterator[str | Unreadable]:
    """Yield `paths`, or the reason where there are none."""
    first = next(paths, None)
    if first is None:
        yield explain(origin, f"{reason}; hidden files are left out unless they are named")
        return
    yield first
    yield from paths


def _walk(directory: str) -> Iterator[str | Unreadable]:
    """Yield the files below `directory`. The depth costs no recursion."""
    waiting: list[str | Unreadable | os.DirEntry[str]] = [*reversed(_list(directory))]
    while waiting:
        entry = waiting.pop()
        if not isinstance(entry, os.DirEntry):
            yield entry
        elif entry.is_dir(follow_symlinks=False):
            waiting.extend(reversed(_list(entry.path)))
        elif not _is_directory(entry.path):
            yield entry.path


def _list(directory: str) -> list[Unreadable | os.DirEntry[str]]:
    """Return the entries of a directory that are not hidden, by name."""
    try:
        with os.scandir(directory or ".") as entries:
            visible = [entry for entry in entries if not entry.name.startswith(".")]
    except OSError as error:
        reason = f"cannot be listed ({error.strerror}); check its permissions"
        return [explain(show_name(directory), reason)]
    return [*sorted(_leave_out_parts(visible), key=lambda entry: entry.name)]


def _leave_out_parts(entries: list[os.DirEntry[str]]) -> list[os.DirEntry[str]]:
    """Return the entries of a directory without the folders of saved pages' parts."""
    pages = {
        Path(entry.name).stem for entry in entries if entry.name.lower().endswith(_PAGE_SUFFIXES)
    }
    if not pages:
        return entries
    folders = {page + suffix for page in pages for suffix in _PARTS_SUFFIXES}
    return [entry for entry in entries if entry.name not in folders or not entry.is_dir()]


def find_parts(names: Iterable[str]) -> set[str]:
    """Return those of `names`, paths with "/", that are parts of saved pages among them."""
    names = list(names)
    stems = [name.rpartition(".")[0] for name in names if name.lower().endswith(_PAGE_SUFFIXES)]
    folders = {f"{stem}{suffix}" for stem in stems for suffix in _PARTS_SUFFIXES}
    return {name for name in names if not folders.isdisjoint(map(str, PurePosixPath(name).parents))}


def _match(pattern: str) -> Iterator[str | Unreadable]:
    """Yield the files that match, each once. A directory that matches stands for its files."""
    segments = pattern.split("/")
    wild = [segment for segment in segments if glob.has_magic(segment)]
    if len(wild) > _MAX_WILDCARDS:
        return
    matches = sorted(set(_expand("", segments)))
    for path in matches:
        if not _is_directory(path):
            yield path
        elif _ANY_DEPTH not in segments:
            yield from _walk(path)


def _expand(base: str, segments: list[str]) -> Iterator[str]:
    """Yield the paths that `segments` match from `base` on, a path that ends in "/" or ""."""
    fixed = 0
    while fixed < len(segments) and not glob.has_magic(segments[fixed]):
        fixed += 1
    base += "".join(f"{segment}/" for segment in segments[:fixed])
    if fixed == len(segments):
        path = base.removesuffix("/")
        if _exists(path):
            yield path
        return
    pattern, rest = segments[fixed], segments[fixed + 1 :]
    if pattern == _ANY_DEPTH:
        while rest and rest[0] == _ANY_DEPTH:
            rest = rest[1:]
        for directory in _directories(base):
            yield from _expand(directory, rest or ["*"])
        return
    for entry in _list_matching(base, pattern):
        path = base + entry.name
        if not rest:
            yield path
        elif _is_directory(path):
            yield from _expand(f"{path}/", rest)


def _list_matching(base: str, pattern: str) -> Iterator[os.DirEntry[str]]:
    matches = re.compile(fnmatch.translate(pattern)).match
    try:
        with os.scandir(base or ".") as entries:
            visible = _leave_out_parts(list(entries))
    except OSError:  # as in a shell: what cannot be listed matches nothing
        return
    for entry in visible:
        hidden = entry.name.startswith(".") and not pattern.startswith(".")
        if not hidden and matches(entry.name):
            yield entry


def _directories(base: str) -> Iterator[str]:
    """Yield `base` and the directories below it, each ending in "/"."""
    waiting = [base]
    while waiting:
        directory = waiting.pop()
        yield directory
        waiting.extend(
            f"{directory}{entry.name}/"
            for entry in _list_matching(directory, "*")
            if entry.is_dir(follow_symlinks=False)
        )


def _is_directory(path: str) -> bool:
    try:
        return stat.S_ISDIR(Path(path).stat().st_mode)
    except (OSError, ValueError):
        return False


def _exists(path: str) -> bool:
    try:
        Path(path).lstat()
    except (OSError, ValueError):
        return False
    return True
