"""Functions of the sources as further examples: of what is imported, and, half of them given a mistake, of mistakes."""

import hashlib
import math
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
from pathlib import PurePosixPath
from typing import Final

import numpy as np
import pyarrow as pa

from codegraft.programs.examples import FUNCTION, FUNCTION_MUTANT, Example
from codegraft.programs.import_statements import java_library
from codegraft.programs.mutate import Mutant, mutants
from codegraft.programs.survey import SourceFunction

_JAVA_PACKAGE: Final = re.compile(r"^\s*package\s+([\w.]+)\s*;", re.MULTILINE)

_TRIES: Final = 8
"""Mutants of a function to look at for one of an operator that can be trusted."""


def draw_functions(functions: Sequence[SourceFunction], number: int, seed: int) -> list[SourceFunction]:
    """Draw functions evenly over repositories, each text once; all of those of small repositories, if need be.

    A text that is in several repositories counts for the first of them alone, so it is in one split alone.
    """
    pools: defaultdict[str, list[SourceFunction]] = defaultdict(list)
    known: set[str] = set()
    for function in functions:
        text = " ".join(function.code.split())
        if text not in known:
            known.add(text)
            pools[function.repository].append(function)
    drawn: list[SourceFunction] = []
    left = number
    for place, (_, pool) in enumerate(sorted(pools.items(), key=lambda item: (len(item[1]), item[0]))):
        share = min(len(pool), left // (len(pools) - place))
        rows = np.random.default_rng([seed, place]).permutation(len(pool))[:share]
        drawn += [pool[row] for row in sorted(rows.tolist())]
        left -= share
    return drawn


def group_of(function: SourceFunction) -> str:
    """What goes into one split as a whole: a repository; of Java, a package.

    The default sources have one repository of Java, so that its functions could else be learned from or tested on, not
    both. What its packages import of each other is no label (:func:`own_modules`).
    """
    if function.language != "java":
        return function.repository
    return str(PurePosixPath(function.repository, function.path).parent)


def split_groups(groups: Iterable[str], *, valid_share: float, test_share: float, seed: int) -> dict[str, str]:
    """Split of each group of functions; of few, training has the first, then testing, then validation."""
    order = sorted(set(groups), key=lambda name: hashlib.sha256(f"{seed} {name}".encode()).digest())
    test = min(math.ceil(len(order) * test_share), len(order) - 1)
    valid = min(math.ceil(len(order) * valid_share), len(order) - 1 - test)
    names = ["test"] * test + ["validation"] * valid + ["train"] * len(order)
    return dict(zip(order, names, strict=False))


def own_modules(sources: pa.Table) -> dict[str, set[str]]:
    """What each repository imports of itself: top-level names, and of Java the libraries that its packages are in.

    To import these says nothing that another repository could use.
    """
    own: defaultdict[str, set[str]] = defaultdict(set)
    columns = (sources[name].to_pylist() for name in ("repository", "language", "path", "text"))
    for repository, language, path, text in zip(*columns, strict=True):
        if language == "java":
            own[repository].update(map(java_library, _JAVA_PACKAGE.findall(text)))
        else:
            own[repository].add(PurePosixPath(path).parts[0].removesuffix(".py"))
    return own


def examples_of_functions(
    functions: Iterable[SourceFunction], splits: dict[str, str], own: dict[str, set[str]]
) -> list[Example]:
    """An example of imports for each function; nothing else is known of it."""
    return [
        Example(
            program=hashlib.sha256(f"{function.repository}\n{function.path}\n{function.code}".encode()).hexdigest()[
                :16
            ],
            problem=group_of(function),
            split=splits[group_of(function)],
            origin=FUNCTION,
            language=function.language,
            code=function.code,
            parent="",
            verdict="",
            confidence=0.0,
            has_confidence=False,
            bugs=(),
            knows_kinds=False,
            knows_exceptions=False,
            imports=tuple(name for name in function.imports if name not in own[function.repository]),
        )
        for function in functions
    ]


def spoil_half(functions: Iterable[Example], seed: int, unsure: Set[str]) -> list[Example]:
    """Examples of mistakes: of the functions that can be given one, every other one has it.

    One that cannot is left out: else a text without a place for a mistake would be known to have none. Nobody runs
    these mutants, so none is made by an operator of ``unsure``, whose mutants are often as good as their originals.
    """
    examples: list[Example] = []
    for function in functions:
        made = _mutant(function, seed, unsure)
        if made and len(examples) % 2:
            function = function._replace(origin=FUNCTION_MUTANT, code=made.code, bugs=(made.kind,))
        if made:
            examples.append(function._replace(knows_kinds=True))
    return examples


def _mutant(function: Example, seed: int, unsure: Set[str]) -> Mutant | None:
    """The first mutant of a Python function that can be trusted."""
    if function.language != "python":
        return None
    found = mutants(function.code, seed=int(function.program[:15], 16) ^ seed, limit=_TRIES)
    return next((mutant for mutant in found if mutant.operator not in unsure), None)
