"""What the heads of a model may say: names of modules and of mistakes, and their labels as matrices.

A vocabulary is made from the training split alone. What is not in it has no column: a program whose only imports are
unknown ones has a row without a label, not a wrong one.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np
import numpy.typing as npt

from codegraft.errors import ProgramError, plain
from codegraft.files import read_file, write_json

LEAST_GRAPHS: Final = 5
"""A name that fewer graphs of the training split carry is left out: there is too little to learn it from."""

LEAST_GROUPS: Final = 2
"""So is one that only graphs of one problem or repository carry: it would say which one that is."""

EXCEPTION: Final = "exception:"
"""Begins the names of mistakes that are classes of exceptions; the other names are kinds of mistakes."""

Mask = npt.NDArray[np.bool_]


class Vocabularies(NamedTuple):
    """Names, most frequent first, and how many graphs of the training split carry each."""

    imports: dict[str, int]
    bugs: dict[str, int]


class Carrier(NamedTuple):
    """A graph of the training split: the problem or repository that it is of, and its names."""

    group: str
    names: Sequence[str]


def frequent(carriers: Iterable[Carrier], limit: int | None = None) -> dict[str, int]:
    """The names that enough carriers of enough groups have, the most frequent first, at most ``limit``."""
    counts: Counter[str] = Counter()
    groups: defaultdict[str, set[str]] = defaultdict(set)
    for group, names in carriers:
        for name in set(names):
            counts[name] += 1
            groups[name].add(group)
    kept = [name for name, count in counts.items() if count >= LEAST_GRAPHS and len(groups[name]) >= LEAST_GROUPS]
    return {name: counts[name] for name in sorted(kept, key=lambda name: (-counts[name], name))[:limit]}


def indicators(lists: Sequence[Sequence[str]], vocabulary: Iterable[str]) -> Mask:
    """[n, k] whether list i has name j of a vocabulary; names that are not in it have no column."""
    column = {name: place for place, name in enumerate(vocabulary)}
    matrix = np.zeros((len(lists), len(column)), bool)
    for row, names in enumerate(lists):
        matrix[row, [column[name] for name in names if name in column]] = True
    return matrix


def bug_mask(kinds_known: Mask, exceptions_known: Mask, vocabulary: Iterable[str]) -> Mask:
    """[n, k] whether it is known of graph i that it has, or has not, mistake j of a vocabulary."""
    is_exception = np.array([name.startswith(EXCEPTION) for name in vocabulary], bool)
    return np.where(is_exception, exceptions_known[:, None], kinds_known[:, None])


def write_vocabularies(path: str | Path, vocabularies: Vocabularies) -> None:
    """Write vocabularies as JSON; the order of names is that of the matrices' columns."""
    lists = {
        head: [{"name": name, "train_graphs": count} for name, count in names.items()]
        for head, names in vocabularies._asdict().items()
    }
    write_json(path, lists)


def read_vocabularies(path: str | Path) -> Vocabularies:
    """What :func:`write_vocabularies` wrote.

    Raises:
        ProgramError: the file is missing or is something else.
    """
    try:
        read: Any = json.loads(read_file(path))
        heads = [
            {str(entry["name"]): int(entry["train_graphs"]) for entry in read[head]} for head in ("imports", "bugs")
        ]
    except FileNotFoundError:
        raise ProgramError(f"{path}: no such file; run `dvc repro featurize`") from None
    except (OSError, OverflowError, ValueError, TypeError, KeyError, RecursionError) as error:
        raise ProgramError(
            f"{path}: not a vocabulary ({plain(repr(error))}); run `dvc repro --force featurize`"
        ) from None
    return Vocabularies(*heads)
