"""Which of all possible mistakes are made: candidates of every operator, drawn in turns."""

import ast
import hashlib
import random
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest
from typing import Final, NamedTuple

from codegraft.programs.mutate.endless import endless_spans, touches
from codegraft.programs.mutate.operator import Operator
from codegraft.programs.mutate.source import Edit, Program

ENDLESS_SHARE: Final = 0.1
"""How often a draw takes a mistake that is likely never to end."""


class Candidate(NamedTuple):
    """An edit that an operator makes."""

    operator: Operator
    edit: Edit


def candidates(program: Program, operators: Sequence[Operator]) -> Iterator[Candidate]:
    """Every edit of every operator, in one walk over the program."""
    by_type: dict[type[ast.AST], list[Operator]] = {}
    for operator in operators:
        for kind in operator.nodes:
            by_type.setdefault(kind, []).append(operator)
    for node in program.nodes:
        for operator in by_type.get(type(node), ()):
            for edit in operator.edits(program, node):
                yield Candidate(operator, edit)


def drawn(program: Program, operators: Sequence[Operator], seed: int) -> Iterator[Candidate]:
    """All candidates in an order that ``seed`` and the program decide.

    Kinds of mistakes take turns, and operators of one kind do, so that the first few candidates are as different as can
    be. Edits that are likely to make the program endless come rarely, as long as there are others.
    """
    rng = random.Random(hashlib.sha256(b"%d:" % seed + program.code).digest())
    spans = endless_spans(program)
    pools: tuple[list[Candidate], list[Candidate]] = ([], [])
    for candidate in candidates(program, operators):
        pools[touches(spans, candidate.edit.start, candidate.edit.end)].append(candidate)
    ending, endless = (deque(_mixed(pool, rng)) for pool in pools)
    while ending or endless:
        rare = not ending or (bool(endless) and rng.random() < ENDLESS_SHARE)
        yield (endless if rare else ending).popleft()


def _mixed(pool: list[Candidate], rng: random.Random) -> list[Candidate]:
    rng.shuffle(pool)
    by_operator = _in_turns(pool, lambda candidate: candidate.operator.name, rng)
    return _in_turns(by_operator, lambda candidate: candidate.operator.kind, rng)


def _in_turns(pool: list[Candidate], group: Callable[[Candidate], str], rng: random.Random) -> list[Candidate]:
    """The first of each group, then the second of each, and so on; ``rng`` decides which group begins."""
    groups: dict[str, list[Candidate]] = {}
    for candidate in pool:
        groups.setdefault(group(candidate), []).append(candidate)
    order = sorted(groups)
    rng.shuffle(order)
    turns = zip_longest(*(groups[name] for name in order))
    return [candidate for turn in turns for candidate in turn if candidate is not None]
