"""Files that say the same under other names: copies in which identifiers were renamed consistently.

A text is read without its names. In place of each stands the distance in tokens to where the same name stood last, as
in Baker's parameterised matching (1996, "Parameterized Pattern Matching: Algorithms and Applications"), so that texts
agree if one is the other with names exchanged. Such texts are then compared as :mod:`codegraft.near_duplicates`
compares any.
"""

import keyword
import re
from collections.abc import Iterable
from typing import Final

from scipy.cluster.hierarchy import DisjointSet

from codegraft.near_duplicates import near_duplicates

FileKey = tuple[str, str]
"""Repository and path."""

Clusters = tuple[tuple[FileKey, ...], ...]

FAR: Final = 64
"""Tokens between two places of a name beyond which they count as unrelated, so that an edit is felt near by only."""

_TOKEN: Final = re.compile(r"\w+|[^\w\s]")

_JAVA: Final = """
abstract assert boolean break byte case catch char class continue default do double else enum extends final finally
float for if implements import instanceof int interface long native new null package private protected public record
return short static super switch synchronized this throw throws transient true false try var void volatile while yield
"""

_KEYWORDS: Final = frozenset([*keyword.kwlist, *keyword.softkwlist, *_JAVA.split()])


def nameless(text: str) -> str:
    """Tokens of Python or Java, with ``name<distance>`` for each name, and ``name0`` if it did not stand just before.

    >>> nameless("def add(a, b): return a + b")
    'def name0 ( name0 , name0 ) : return name7 + name7'
    """
    last: dict[str, int] = {}
    said = []
    for place, token in enumerate(_TOKEN.findall(text)):
        if token.isidentifier() and token not in _KEYWORDS:
            distance = place - last.get(token, place)
            last[token] = place
            token = f"name{distance if distance <= FAR else 0}"
        said.append(token)
    return " ".join(said)


def copies(texts: Iterable[tuple[FileKey, str]], *, threshold: float) -> Clusters:
    """Cluster files that are near duplicates as they stand, or but for their names.

    Raises:
        ParamsError: the threshold is outside 0.75 to 1.
    """
    given = list(texts)
    same = DisjointSet(key for key, _ in given)
    for cluster in (*near_duplicates(given, threshold=threshold), *renamed_copies(given, threshold)):
        for key in cluster[1:]:
            same.merge(cluster[0], key)
    return tuple(sorted(tuple(sorted(cluster)) for cluster in same.subsets() if len(cluster) > 1))


def renamed_copies(texts: Iterable[tuple[FileKey, str]], threshold: float) -> Clusters:
    """Cluster files, each with its text: those that are near duplicates but for their names.

    Raises:
        ParamsError: the threshold is outside 0.75 to 1.
    """
    return near_duplicates(((key, nameless(text)) for key, text in texts), threshold=threshold)
