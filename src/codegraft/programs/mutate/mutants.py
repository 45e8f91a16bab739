"""Programs with one mistake each, made of programs that have none."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from codegraft.programs.kinds import SYNTAX_ERROR, UNFINISHED
from codegraft.programs.mutate.draw import Candidate, drawn
from codegraft.programs.mutate.meaning import meaning
from codegraft.programs.mutate.operator import Operator
from codegraft.programs.mutate.operators import OPERATORS, SLIPS
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
    return _first(code, OPERATORS, seed, limit)


def slips(code: str, *, seed: int, limit: int | None = None) -> list[Mutant]:
    """Mutants as :func:`mutants` makes them, with mistakes that a first run would have shown.

    They do not compile, use names that nothing defines, pass arguments that nothing takes, or are not finished. Those
    that compile compile to something else than ``code``.
    """
    return _first(code, SLIPS, seed, limit)


def _first(code: str, operators: Sequence[Operator], seed: int, limit: int | None) -> list[Mutant]:
    program = read(code)
    own = meaning(code)
    if program is None or own is None:
        return []
    made = (_mutant(program, candidate) for candidate in drawn(program, operators, seed))
    return list(islice(_different(made, {own}), limit))


def _different(made: Iterable[Mutant], known: set[object]) -> Iterator[Mutant]:
    for mutant in made:
        identity = _identity(mutant)
        if identity is not None and identity not in known:
            known.add(identity)
            yield mutant


def _identity(mutant: Mutant) -> object | None:
    """What a mutant compiles to, or its text where it need not compile; ``None`` if that is not as its kind says."""
    compiled = meaning(mutant.code)
    if mutant.kind == SYNTAX_ERROR:
        return mutant.code if compiled is None else None
    return mutant.code if mutant.kind == UNFINISHED and compiled is None else compiled


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
