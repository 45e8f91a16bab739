"""Programs with one mistake each, made of programs that have none."""

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from codegraft.programs.mutate.draw import Candidate, drawn
from codegraft.programs.mutate.meaning import meaning
from codegraft.programs.mutate.operators import OPERATORS
from codegraft.programs.mutate.source import Program, read


class Mutant(NamedTuple):
    """A program with one mistake in it.

    Attributes:
        code: the whole program.
        kind: what kind of mistake it is, one of :data:`~codegraft.programs.kinds.BUG_KINDS`.
        operator: name of the operator that made it.
        line: line of the original, from 1, on which the change begins.
        column: how many characters of that line stand before the change.
        before: what stood there.
        after: what stands there now.
    """

    code: str
    kind: str
    operator: str
    line: int
    column: int
    before: str
    after: str


def mutants(code: str, *, seed: int, limit: int | None = None) -> list[Mutant]:
    """Mutants of a Python program, at most ``limit`` of them.

    Each differs from ``code`` in one place, compiles, and compiles to something else than ``code`` and than every
    other mutant; whether it also behaves differently only tests can tell. The layout, comments and line ends are those
    of the original. The first mutants are of as many kinds, and from as many operators, as possible. Equal arguments
    give equal mutants, and a larger ``limit`` gives the same and more.

    A program that does not compile, or nests hundreds of levels deep, has no mutants. Other languages than Python are
    not covered.
    """
    program = read(code)
    own = meaning(code)
    if program is None or own is None:
        return []
    return list(islice(_different(program, seed, {own}), limit))


def _different(program: Program, seed: int, known: set[object]) -> Iterator[Mutant]:
    for candidate in drawn(program, OPERATORS, seed):
        mutant = _mutant(program, candidate)
        compiled = meaning(mutant.code)
        if compiled is not None and compiled not in known:
            known.add(compiled)
            yield mutant


def _mutant(program: Program, candidate: Candidate) -> Mutant:
    start, end, text = candidate.edit
    line = program.line(start)
    return Mutant(
        code=(program.code[:start] + text + program.code[end:]).decode(),
        kind=candidate.operator.kind,
        operator=candidate.operator.name,
        line=line,
        column=len(program.code[program.lines[line - 1] : start].decode()),
        before=program.code[start:end].decode(),
        after=text.decode(),
    )
