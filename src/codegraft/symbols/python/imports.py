"""Import statements, read from their text."""

import re
from collections.abc import Iterator
from typing import Final

from codegraft.symbols.python.kinds import among
from codegraft.symbols.python.scopes import ImportedName
from codegraft.symbols.python.tree import NONE, Forest

_NOISE: Final = re.compile(rb"#[^\n]*|[\\()\s]+")
_DOT: Final = re.compile(rb" ?\. ?")
_FROM: Final = re.compile(rb"from ?(\.*[^. ]\S*|\.+) ?import\b ?(.*)")


def imported_names(forest: Forest) -> list[ImportedName]:
    """Every name that the import statements of a forest of Python files bring, in document order."""
    found: list[ImportedName] = []
    for node in among(forest.kind, "import").nonzero()[0].tolist():
        code = int(forest.name[node])
        if code != NONE:
            text = _NOISE.sub(b" ", forest.names[code]).strip()
            found += _read(forest, node, _DOT.sub(b".", text))
    return found


def _read(forest: Forest, node: int, text: bytes) -> Iterator[ImportedName]:
    places = _places(forest, node)
    if text.startswith(b"import "):
        for part in text.removeprefix(b"import ").split(b","):
            path, _, alias = part.strip().partition(b" as ")
            bound = alias.strip() or path.partition(b".")[0]
            if path:
                place = places.get(bound, node)
                yield ImportedName(node, path.decode("utf-8", "replace"), None, _code(forest, bound), not alias, place)
        return
    match = _FROM.fullmatch(text)
    if match is None:
        return
    module, brought = match[1].decode("utf-8", "replace"), match[2]
    for part in brought.split(b","):
        name, _, alias = part.strip().partition(b" as ")
        bound = alias.strip() or name.strip()
        if bound == b"*":
            yield ImportedName(node, module, "*", NONE, False, node)
        elif bound and module != "__future__":
            place = places.get(bound, node)
            yield ImportedName(
                node, module, name.strip().decode("utf-8", "replace"), _code(forest, bound), False, place
            )


def _code(forest: Forest, name: bytes) -> int:
    """Number of a name; -1 if the parser did not see it as one."""
    return forest.codes.get(name, NONE)


def _places(forest: Forest, node: int) -> dict[bytes, int]:
    """Name nodes in an import statement by what they say, the last of each."""
    found: dict[bytes, int] = {}
    child = node + 1 if forest.last[node] >= 0 else NONE
    while child != NONE:
        code = int(forest.name[child])
        if code != NONE:
            found[forest.names[code]] = child
        child = int(forest.after[child])
    return found
