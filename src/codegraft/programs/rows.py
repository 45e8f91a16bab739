"""A row of CodeContests, or of anything in its schema, to a problem; or the reason why it is left out."""

import hashlib
import heapq
from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Final, NamedTuple

from pydantic import ValidationError

from codegraft.programs.problems import LANGUAGES, PYTHON3, Case, Problem, Solutions, cases, fault, python3

LARGEST_TEST_BYTES: Final = 1_000_000
"""Of the input and the output of a test together. Larger tests measure patience rather than programs: they are left
out, each alone."""

_OURS: Final = frozenset({"split", "checker", "mistakes"})
_TESTS: Final = ("public_tests", "private_tests", "generated_tests")
_COLUMNS: Final = tuple(name for name in Problem.model_fields if name not in _OURS)


class Reason(StrEnum):
    """Why a problem is left out, in the order in which it is asked."""

    MISSING_FIELD = "missing_field"
    WRONG_TYPE = "wrong_type"
    UNKNOWN_LANGUAGE = "unknown_language"
    NO_SOLUTIONS = "no_solutions"
    NOT_PYTHON3 = "not_python3"
    NO_TESTS = "no_tests"
    FILE_IO = "file_io"
    HUGE_TEST = "huge_test"
    REPEATED_NAME = "repeated_name"
    NEAR_DUPLICATE = "near_duplicate"
    NO_PROGRAM_LEFT = "no_program_left"


class Dropped(NamedTuple):
    """A problem that was left out; ``name`` is its place in the source where it has none."""

    name: str
    split: str
    reason: Reason
    detail: str


class Kept(NamedTuple):
    """A problem, and how many of its tests were left out as too large."""

    problem: Problem
    huge_tests: int


class Choice(NamedTuple):
    """How many correct programs of a problem to keep, and as many incorrect ones; and the seed of the choice."""

    solutions: int
    seed: int


def read_row(row: Mapping[str, Any], *, split: str, place: str, choice: Choice) -> Kept | Dropped:
    """Check a row and keep its Python 3 programs, each text once, and its tests up to ``LARGEST_TEST_BYTES``.

    A program that is called both correct and incorrect counts as correct. Which programs are kept depends on their
    texts, the problem's name and the seed, not on their order; those that are kept stay in order.

    Args:
        row: column -> value. Null counts as absent; so do columns that CodeContests does not have.
        split: of the source.
        place: names the row in messages where it has no name.
        choice: among the programs.
    """
    named = row.get("name")
    name = named if isinstance(named, str) and named else place
    try:
        problem = Problem.model_validate(_present({column: row.get(column) for column in _COLUMNS}) | {"split": split})
    except ValidationError as error:
        return Dropped(name, split, *_shape_fault(error))
    refused = _refusal(problem)
    if refused:
        return Dropped(name, split, *refused)
    groups = {group: getattr(problem, group).cases() for group in _TESTS}
    kept = {group: [case for case in found if _size(case) <= LARGEST_TEST_BYTES] for group, found in groups.items()}
    correct = _python3(problem.solutions)
    incorrect = [code for code in _python3(problem.incorrect_solutions) if code not in correct]
    changed = problem.model_copy(
        update={
            "solutions": python3(_chosen(correct, name, choice)),
            "incorrect_solutions": python3(_chosen(incorrect, name, choice)),
            **{group: cases(found) for group, found in kept.items()},
        }
    )
    return Kept(changed, sum(len(groups[group]) - len(kept[group]) for group in _TESTS))


def _present(value: Mapping[str, Any]) -> dict[str, Any]:
    """Without nulls, at any depth: Arrow writes a missing value so."""
    kept = {key: item for key, item in value.items() if item is not None}
    return {key: _present(item) if isinstance(item, Mapping) else item for key, item in kept.items()}


def _shape_fault(error: ValidationError) -> tuple[Reason, str]:
    key, expected = fault(error)
    if error.errors(include_url=False, include_input=False)[0]["type"] == "missing":
        return Reason.MISSING_FIELD, key
    return Reason.WRONG_TYPE, f"{key}: {expected}"


def _refusal(problem: Problem) -> tuple[Reason, str] | None:
    """The first filter that a problem of the right shape does not pass."""
    languages = [*problem.solutions.language, *problem.incorrect_solutions.language]
    unknown = sorted({language for language in languages if not 0 <= language < LANGUAGES})
    if unknown:
        return Reason.UNKNOWN_LANGUAGE, f"language {unknown[0]}: expected 0 to {LANGUAGES - 1}"
    if not problem.correct:
        return Reason.NO_SOLUTIONS, ""
    if not _python3(problem.solutions):
        return Reason.NOT_PYTHON3, ""
    tests = problem.tests()
    if not tests:
        return Reason.NO_TESTS, ""
    if problem.input_file or problem.output_file:
        return Reason.FILE_IO, problem.input_file or problem.output_file
    smallest = min(map(_size, tests))
    if smallest > LARGEST_TEST_BYTES:
        return Reason.HUGE_TEST, f"{smallest} bytes at least in every test; at most {LARGEST_TEST_BYTES} are run"
    return None


def _size(test: Case) -> int:
    return len(test.input.encode()) + len(test.output.encode())


def _python3(programs: Solutions) -> list[str]:
    """The different texts in Python 3 that say anything, in order."""
    pairs = zip(programs.language, programs.solution, strict=True)
    return list(dict.fromkeys(code for language, code in pairs if language == PYTHON3 and code.strip()))


def _chosen(programs: list[str], name: str, choice: Choice) -> list[str]:
    """Those of the least hashes: no place in the source is preferred, and a program more moves one at most."""

    def rank(code: str) -> bytes:
        return hashlib.sha256(f"{choice.seed}\0{name}\0{code}".encode()).digest()

    kept = set(heapq.nsmallest(choice.solutions, programs, key=rank))
    return [code for code in programs if code in kept]
