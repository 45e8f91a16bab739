"""The problems in data/programs_sample: small readable files, written for this project.

A folder a problem: ``problem.yaml`` has the statement and the tests, ``correct/`` and ``wrong/`` have programs, and
``mistakes.yaml`` says what is wrong with each of the wrong ones.
"""

import ast
from pathlib import Path
from typing import Annotated, Final, Literal, TypeVar

from pydantic import Field, ValidationError

from codegraft.errors import ProgramError
from codegraft.params import read_mapping
from codegraft.programs.kinds import BUG_KINDS
from codegraft.programs.problems import Case, Fields, Problem, TimeLimit, cases, fault, python3

SAMPLE_DIRECTORY: Final = Path("data/programs_sample")

PUBLIC_TESTS: Final = 2
"""How many of a problem's tests are shown with its statement; the others are private."""

LEAST_TESTS: Final = 8
LEAST_PROGRAMS: Final = 3

_DIFFICULTIES: Final = {"easy": 1, "medium": 2, "hard": 3}
"""As CodeContests numbers them."""

_CHECKER_FILE: Final = "checker.py"
_NANOS: Final = 1_000_000_000

Text = Annotated[str, Field(min_length=1)]


class _Page(Fields):
    """problem.yaml."""

    title: Text
    statement: Text
    tags: Annotated[list[Text], Field(min_length=1)]
    difficulty: Literal["easy", "medium", "hard"]
    time_limit_s: Annotated[float, Field(gt=0.0)]
    checker: Annotated[str, Field(pattern=r"^(floats:[0-9.]+(e-?[0-9]+)?|lines_any_order|checker\.py)$")] = ""
    tests: Annotated[list[Case], Field(min_length=LEAST_TESTS)]


class _Mistake(Fields):
    """An entry of mistakes.yaml."""

    kind: Text
    why: Text


Model = TypeVar("Model", bound=Fields)


def read_sample(directory: str | Path = SAMPLE_DIRECTORY) -> list[Problem]:
    """The problems of a sample, sorted by name, all in the split "train": a sample has no split of its own.

    Raises:
        ProgramError: a file is missing or is not what it should be; the message names it and the key.
    """
    folders = sorted(path for path in Path(directory).glob("*/") if path.is_dir())
    if not folders:
        raise ProgramError(f"{directory}: no problem in it; expected a folder a problem, each with a problem.yaml")
    return [_problem(folder) for folder in folders]


def _problem(folder: Path) -> Problem:
    page = _checked(_Page, folder / "problem.yaml", read_mapping(folder / "problem.yaml", ProgramError))
    correct, wrong = _programs(folder / "correct"), _programs(folder / "wrong")
    mistakes = _mistakes(folder / "mistakes.yaml", set(wrong))
    return Problem(
        name=folder.name,
        description=f"{page.title}\n\n{page.statement}",
        public_tests=cases(page.tests[:PUBLIC_TESTS]),
        private_tests=cases(page.tests[PUBLIC_TESTS:]),
        generated_tests=cases([]),
        difficulty=_DIFFICULTIES[page.difficulty],
        solutions=python3(list(correct.values())),
        incorrect_solutions=python3(list(wrong.values())),
        cf_tags=page.tags,
        time_limit=_time_limit(page.time_limit_s),
        checker=_program(folder / _CHECKER_FILE) if page.checker == _CHECKER_FILE else page.checker,
        mistakes=[mistakes[name] for name in wrong],
        split="train",
    )


def _programs(folder: Path) -> dict[str, str]:
    """File name -> text, sorted."""
    programs = {file.name: _program(file) for file in sorted(folder.glob("*.py"))}
    if len(programs) < LEAST_PROGRAMS:
        raise ProgramError(f"{folder}: {len(programs)} programs; write {LEAST_PROGRAMS} at least, as .py files")
    texts = list(programs.values())
    twice = next((name for place, name in enumerate(programs) if texts[place] in texts[:place]), None)
    if twice:
        raise ProgramError(f"{folder / twice}: says the same as another program beside it; write a different one")
    return programs


def _program(file: Path) -> str:
    try:
        text = file.read_text(encoding="utf-8")
        ast.parse(text)
    except FileNotFoundError:
        raise ProgramError(f"{file}: no such file, though the problem.yaml beside it names it") from None
    except (ValueError, SyntaxError) as error:
        raise ProgramError(f"{file}: expected a Python program: {error}") from None
    return text


def _mistakes(file: Path, wrong: set[str]) -> dict[str, str]:
    """Name of a wrong program -> kind of its mistake."""
    entries = read_mapping(file, ProgramError)
    for name in sorted(wrong ^ entries.keys(), key=str):
        raise ProgramError(f"{file}: {name}: expected an entry for each file in wrong/, and for nothing else")
    kinds = {name: _checked(_Mistake, file, entry, f"{name}.").kind for name, entry in entries.items()}
    for name, kind in kinds.items():
        if kind not in BUG_KINDS:
            raise ProgramError(f"{file}: {name}.kind: {kind!r} is no kind of mistake; expected {', '.join(BUG_KINDS)}")
    return kinds


def _checked(model: type[Model], file: Path, value: object, prefix: str = "") -> Model:
    try:
        return model.model_validate(value)
    except ValidationError as error:
        key, expected = fault(error)
        raise ProgramError(f"{file}: {prefix}{key}: {expected}") from None


def _time_limit(seconds: float) -> TimeLimit:
    whole, nanos = divmod(round(seconds * _NANOS), _NANOS)
    return TimeLimit(seconds=whole, nanos=nanos)
