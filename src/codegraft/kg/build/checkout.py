"""Any directory of code, read as far as possible: what is broken is mended and reported, what is left out is listed."""

import hashlib
import io
import re
import tokenize
from collections import Counter
from pathlib import Path, PurePosixPath
from typing import Final

from codegraft.errors import SourceError
from codegraft.kg.build.texts import Texts, source_file
from codegraft.params import Directory
from codegraft.source_repositories import UNKNOWN_LICENCE, directory_repository, printable
from codegraft.source_rules import Reason, Rejection
from codegraft.sources import Skipped

Found = dict[str, str]
"""Path -> language."""

LeftOut = dict[str, tuple[str, str]]
"""Path -> reason and detail."""

MAX_FILE_BYTES: Final = 20_000_000
"""Larger files are listed, not read."""

VENDORED: Final = "vendored"
"""Reason of a directory that holds copies of other people's code."""

BEYOND: Final = "beyond the limit"
"""Reason of a file for which no room was left."""

_VENDORED_NAMES: Final = frozenset(
    {"vendor", "_vendor", "vendored", "_vendored", "third_party", "third-party", "thirdparty", "3rdparty"}
)
_FOREIGN: Final = (Reason.DEPENDENCIES, Reason.VIRTUAL_ENVIRONMENT)
_MARKS: Final = {b"\xef\xbb\xbf": "utf-8", b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}


def read_checkout(
    directory: str | Path,
    *,
    name: str | None = None,
    licence: str = UNKNOWN_LICENCE,
    vendored: bool = False,
    most_bytes: int | None = None,
) -> Texts:
    """All Python and Java code below a directory, tests included. Links are not followed.

    Args:
        directory: what it is called is the repository's name unless ``name`` is given.
        name, licence: what the graph says of it.
        vendored: read virtual environments, installed dependencies and copies of other people's code, too; otherwise
            they are in ``skipped``.

    Raises:
        SourceError: it is not a directory.
    """
    root = Path(directory).expanduser()
    if not root.is_dir():
        raise SourceError(f"{directory}: not a directory; name one with Python or Java code in it")
    root = root.resolve()
    name = name or re.sub(r"[\s:<]+", "_", root.name) or "code"
    found, rejected = _walk(root, vendored)
    if most_bytes is not None:
        found, beyond = _within(root, found, most_bytes)
        rejected |= beyond
    files, skipped = [], [Skipped(name, printable(path), *why) for path, why in rejected.items()]
    for path, language in sorted(found.items()):
        content = _content(root / path)
        if isinstance(content, Rejection):
            skipped.append(Skipped(name, path, *_why(content)))
        else:
            text, problems = decode_leniently(content, language)
            files.append(source_file(path, language, hashlib.sha256(content).hexdigest(), text, problems))
    listing = "".join(f"{file.sha256} {file.path}\n" for file, _ in files)
    version = f"sha256-{hashlib.sha256(listing.encode()).hexdigest()[:12]}"
    return Texts(name, version, licence, tuple(files), tuple(sorted(skipped)))


def decode_leniently(content: bytes, language: str) -> tuple[bytes, tuple[str, ...]]:
    """The text of a file as UTF-8, and what is wrong with the file.

    Bytes that are not UTF-8 are read in the encoding that their mark or Python's declaration says, else as Latin-1,
    in which everything is a text.
    """
    problems = []
    mark = next((mark for mark in _MARKS if content.startswith(mark)), b"")
    text = content[len(mark) :]
    encoding = _MARKS[mark] if mark else _encoding(content, language)
    if mark and encoding == "utf-8":
        encoding = _fitting(text, encoding)  # a mark promises nothing of what follows
    if mark:
        problems.append("begins with a byte order mark")
    if encoding != "utf-8":
        problems.append(f"not UTF-8, read as {encoding}")
        text = text.decode(encoding, "replace").encode()
    if b"\0" in text:
        problems.append(f"null byte at line {text[: text.index(0)].count(10) + 1}")
        text = text.replace(b"\0", b" ")  # a parser takes it for the end; a blank keeps every place
    return text, tuple(problems)


def _encoding(content: bytes, language: str) -> str:
    """How the bytes of a file without a byte order mark are to be read."""
    return _fitting(content, _declared(content) if language == "python" and not content.isascii() else "utf-8")


def _fitting(content: bytes, encoding: str) -> str:
    """The encoding, or Latin-1 where it does not give a text."""
    try:
        content.decode(encoding).encode()  # some encodings give halves of pairs, which are no text
    except (UnicodeError, LookupError):
        return "latin-1"
    return encoding


def _declared(content: bytes) -> str:
    """What a Python file says of itself (PEP 263), UTF-8 if that is nothing that Python knows."""
    try:
        return tokenize.detect_encoding(io.BytesIO(content).readline)[0].removesuffix("-sig")
    except SyntaxError:
        return "utf-8"


def _walk(root: Path, vendored: bool) -> tuple[Found, LeftOut]:
    found: Found = {}
    rejected: LeftOut = {}
    pending = [""]
    while pending:
        folder = pending.pop()
        try:
            repository = directory_repository(Directory(name="code", path=str(root / folder), licence="code"))
        except SourceError:
            continue  # nothing in it
        found |= {folder + path: language for path, language in repository.files.items()}
        for path, rejection in repository.rejected:
            if vendored and rejection.reason in _FOREIGN:
                pending.append(folder + path)
            else:
                rejected[folder + path] = _why(rejection)
    return (found, rejected) if vendored else _without_copies(found, rejected)


def _within(root: Path, found: Found, most_bytes: int) -> tuple[Found, LeftOut]:
    """What there is room for, and what not."""
    within: Found = {}
    beyond: LeftOut = {}
    left = most_bytes
    for path in sorted(found, key=lambda path: (path.count("/"), path)):
        try:
            size = (root / path).stat().st_size
        except OSError:
            size = 0  # reading it will say why it cannot be read
        if size <= left:
            within[path] = found[path]
            left -= size
        else:
            beyond[path] = (BEYOND, f"{size} bytes, {left} left of {most_bytes}")
    return within, beyond


def _why(rejection: Rejection) -> tuple[str, str]:
    return rejection.reason.value, rejection.detail


def _without_copies(found: Found, rejected: LeftOut) -> tuple[Found, LeftOut]:
    tree_of = {path: tree for path, language in found.items() if (tree := _vendored_tree(path, language))}
    counts = Counter(tree_of.values())
    trees = {tree: (VENDORED, f"source files: {count}") for tree, count in counts.items()}
    return {path: language for path, language in found.items() if path not in tree_of}, rejected | trees


def _vendored_tree(path: str, language: str) -> str:
    """The outermost directory around a file that holds copies; Java packages may be called ``vendor``."""
    parts = PurePosixPath(path).parts[:-1]
    names = _VENDORED_NAMES - {"vendor"} if language == "java" else _VENDORED_NAMES
    place = next((place for place, part in enumerate(parts) if part in names), None)
    return "" if place is None else "/".join(parts[: place + 1]) + "/"


def _content(file: Path) -> bytes | Rejection:
    try:
        size = file.stat().st_size
        return file.read_bytes() if size <= MAX_FILE_BYTES else Rejection(Reason.TOO_LARGE, f"{size} bytes")
    except OSError as error:
        return Rejection(Reason.UNREADABLE, str(error.strerror))
