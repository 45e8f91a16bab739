"""A problem with its tests and programs: a line of data/programs/{train,validation,test}.jsonl.

The fields are those of the CodeContests data set, as plain JSON (enumerations are numbers), and two of ours:
``checker``, which says how outputs are compared, and ``mistakes``, which says what is wrong with a wrong program.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from codegraft.errors import ProgramError, plain
from codegraft.files import atomic_write, refuse_unbounded

PROGRAMS_FILES: Final = (
    Path("data/programs/train.jsonl"),
    Path("data/programs/validation.jsonl"),
    Path("data/programs/test.jsonl"),
)
"""The files of all splits, in the order of ``SPLITS``."""

SPLITS: Final = ("train", "validation", "test")
"""Names of the files, the least held out first."""

PYTHON3: Final = 3
"""Number of Python 3 among the languages; the files hold no other."""

LANGUAGES: Final = 5
"""How many there are: unknown, Python 2, C++, Python 3, Java."""

_NANO: Final = 1e-9


class Case(NamedTuple):
    """What a program reads, and what it is expected to print."""

    input: str
    output: str


class Fields(BaseModel):
    """An object of a file of problems: exactly these fields, each of exactly its type."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid", allow_inf_nan=False)


class Cases(Fields):
    """Tests as two lists of equal length."""

    input: list[str]
    output: list[str]

    @model_validator(mode="after")
    def _in_pairs(self) -> "Cases":
        if len(self.input) != len(self.output):
            raise ValueError(f"{len(self.input)} inputs and {len(self.output)} outputs; they go in pairs")
        return self

    def cases(self) -> list[Case]:
        """The pairs, in order."""
        return list(map(Case, self.input, self.output))


class Solutions(Fields):
    """Programs and the numbers of their languages, as two lists of equal length."""

    language: list[int]
    solution: list[str]

    @model_validator(mode="after")
    def _in_pairs(self) -> "Solutions":
        if len(self.language) != len(self.solution):
            raise ValueError(f"{len(self.language)} languages and {len(self.solution)} programs; they go in pairs")
        return self


class TimeLimit(Fields):
    """A time as CodeContests writes it."""

    seconds: int = Field(default=0, ge=0)
    nanos: int = Field(default=0, ge=0, lt=1_000_000_000)


class Problem(Fields):
    """A problem, its tests, and correct and incorrect programs for it.

    ``split`` is the name of the file that it was read from and is not written into it. ``checker`` is "" (tokens are
    compared), "floats:<tolerance>", "lines_any_order", or the text of a program that compares. ``mistakes`` is empty or
    has a kind of mistake ("" where unknown) for each of the incorrect solutions.
    """

    name: str = Field(min_length=1)
    description: str
    public_tests: Cases
    private_tests: Cases
    generated_tests: Cases
    source: int = 0
    difficulty: int = 0
    solutions: Solutions
    incorrect_solutions: Solutions
    cf_contest_id: int = 0
    cf_index: str = ""
    cf_points: float = 0.0
    cf_rating: int = 0
    cf_tags: list[str] = []
    is_description_translated: bool = False
    untranslated_description: str = ""
    time_limit: TimeLimit | None = None
    memory_limit_bytes: int = 0
    input_file: str = ""
    output_file: str = ""
    checker: str = ""
    mistakes: list[str] = []
    split: str = Field(default="", exclude=True)

    @model_validator(mode="after")
    def _a_mistake_each(self) -> "Problem":
        wrong = len(self.incorrect_solutions.solution)
        if self.mistakes and len(self.mistakes) != wrong:
            raise ValueError(f"{len(self.mistakes)} mistakes for {wrong} incorrect solutions; give one each, or none")
        return self

    @property
    def correct(self) -> list[str]:
        """Programs that the source calls correct."""
        return self.solutions.solution

    @property
    def incorrect(self) -> list[str]:
        """Programs that the source calls incorrect."""
        return self.incorrect_solutions.solution

    @property
    def kinds(self) -> list[str]:
        """[incorrect] the kind of mistake of each incorrect program, "" where the source does not say."""
        return self.mistakes or [""] * len(self.incorrect)

    @property
    def time_limit_s(self) -> float | None:
        """Seconds that a program may take on a test; None where the source does not say."""
        limit = self.time_limit
        return None if limit is None else (limit.seconds + limit.nanos * _NANO) or None

    def tests(self, limit: int | None = None) -> list[Case]:
        """Different tests, at most ``limit`` of them: public ones first, then private, then generated ones."""
        groups = (self.public_tests, self.private_tests, self.generated_tests)
        return list(dict.fromkeys(case for group in groups for case in group.cases()))[:limit]

    def with_tests(self, limit: int) -> "Problem":
        """The problem without the generated tests that are not among its first ``limit`` different ones."""
        used, groups = set(self.tests(limit)), (self.public_tests, self.private_tests)
        before = {case for group in groups for case in group.cases()}
        kept = [case for case in dict.fromkeys(self.generated_tests.cases()) if case in used and case not in before]
        return self.model_copy(update={"generated_tests": cases(kept)})

    def keeping(self, keep: Callable[[str], bool]) -> "Problem":
        """The problem with those of its programs alone, correct and incorrect, whose text passes."""
        correct = [code for code in self.correct if keep(code)]
        wrong = [(code, kind) for code, kind in zip(self.incorrect, self.kinds, strict=True) if keep(code)]
        changes = {"solutions": correct, "incorrect_solutions": [code for code, _ in wrong]}
        return self.model_copy(
            update={name: python3(programs) for name, programs in changes.items()}
            | {"mistakes": [kind for _, kind in wrong] if self.mistakes else []}
        )


def python3(programs: list[str]) -> Solutions:
    """Programs in Python 3, as a problem has them."""
    return Solutions(language=[PYTHON3] * len(programs), solution=programs)


def cases(found: Sequence[Case]) -> Cases:
    """Tests, as a problem has them."""
    return Cases(input=[case.input for case in found], output=[case.output for case in found])


def read_problems(path: str | Path) -> Iterator[Problem]:
    """The problems of a file, one at a time; ``split`` is the file's name without its ending.

    Raises:
        ProgramError: there is no such file, or a line of it is no problem.
    """
    path = Path(path)
    try:
        refuse_unbounded(path)
        with path.open("rb") as file:
            for number, line in enumerate(file, start=1):
                yield _problem(line, path, number).model_copy(update={"split": path.stem})
    except FileNotFoundError:
        raise ProgramError(f"{path}: no such file; run `dvc repro download`") from None
    except OSError as error:
        raise ProgramError(f"{path}: {error.strerror}; expected a file of problems, a line each") from None


def write_problems(path: str | Path, problems: Iterable[Problem]) -> None:
    """Write problems to a file as they come, a line each; equal problems give equal bytes."""
    with atomic_write(path) as temporary, temporary.open("wb") as file:
        for problem in problems:
            file.write(problem.model_dump_json().encode() + b"\n")


def fault(error: ValidationError) -> tuple[str, Any]:
    """The key at fault, dotted, and what was expected there: of the first of the faults."""
    first = error.errors(include_url=False)[0]
    key = plain(".".join(str(part) for part in first["loc"]))
    return key or "whole row", first["msg"].removeprefix("Value error, ")


def _problem(line: bytes, path: Path, number: int) -> Problem:
    try:
        return Problem.model_validate_json(line)
    except ValidationError as error:
        key, expected = fault(error)
        raise ProgramError(f"{path}:{number}: {key}: {expected}; run `dvc repro --force download`") from None
