"""Anybody's labelled programs: JSON lines, one program a line, or a faulty and a correct one.

    {"task": "two-sum", "code": "print(1)", "passed": true}
    {"task": "two-sum", "faulty": "print(1)", "correct": "print(2)", "language": "python"}

A file is of one of the two forms. ``task`` groups programs that try the same; ``language`` is python unless said; other
keys are left alone.
"""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple

from pydantic import BaseModel, ConfigDict, ValidationError, field_validator

from codegraft.errors import ProgramError
from codegraft.programs.features.extractor import LANGUAGES
from codegraft.programs.problems import fault

LONGEST_LINE: Final = 64_000_000
"""Bytes. A longer line is no program."""

FAULTS_NAMED: Final = 10
"""Bad lines that a message names; all are counted."""


class _Row(BaseModel):
    model_config = ConfigDict(frozen=True)

    task: str
    language: str = "python"

    @field_validator("task", mode="before")
    @classmethod
    def _numbers_are_names_too(cls, value: Any) -> Any:
        return str(value) if type(value) is int else value

    @field_validator("language")
    @classmethod
    def _is_known(cls, value: str) -> str:
        name = "python" if value.lower() == "python3" else value.lower()
        if name not in LANGUAGES:
            raise ValueError(f"{value!r}: expected one of {', '.join(LANGUAGES)}")
        return name


class _Program(_Row):
    code: str
    passed: bool

    @field_validator("passed", mode="before")
    @classmethod
    def _zero_and_one_are_flags_too(cls, value: Any) -> Any:
        return bool(value) if type(value) is int and value in (0, 1) else value


class _Pair(_Row):
    faulty: str
    correct: str


class Labelled(NamedTuple):
    """Programs of a file, n in all.

    Attributes:
        tasks, texts, languages, passed: [n].
        pairs: places of a correct and a faulty program; empty for a file of single programs.
        repeats: lines that say again what another has said; they are left out.
        contradictions: texts of which a task says both that they pass and that they fail; they are left out, too.
    """

    tasks: list[str]
    texts: list[str]
    languages: list[str]
    passed: list[bool]
    pairs: list[tuple[int, int]]
    repeats: int
    contradictions: int


def read_labelled(path: str | Path) -> Labelled:
    """Read a file of labelled programs or pairs.

    Raises:
        ProgramError: the file is missing, empty or no JSON lines, or lines of it are not of its form: they are named.
    """
    path = Path(path)
    try:
        with path.open("rb") as file:
            rows = _rows(path, iter(lambda: file.readline(LONGEST_LINE + 1), b""))
    except OSError as error:
        raise ProgramError(f"{path}: {error.strerror}; expected a file of JSON lines") from None
    distinct = list(dict.fromkeys(rows))
    repeats = len(rows) - len(distinct)
    programs = [row for row in distinct if isinstance(row, _Program)]
    return (
        _of_programs(programs, repeats)
        if programs
        else _of_pairs([row for row in distinct if isinstance(row, _Pair)], repeats)
    )


def _rows(path: Path, lines: Iterator[bytes]) -> list[_Program | _Pair]:
    rows: list[_Program | _Pair] = []
    faults: list[str] = []
    form: type[_Program] | type[_Pair] | None = None
    for number, line in enumerate(lines, start=1):
        if len(line) <= LONGEST_LINE and not line.strip():
            continue
        try:
            content = _object(line)
            form = form or (_Pair if "faulty" in content else _Program)
            rows.append(form.model_validate(content, strict=True))
        except ValidationError as error:
            faults.append(f"line {number}: {': '.join(map(str, fault(error)))}")
        except ValueError as error:
            faults.append(f"line {number}: {error}")
        if len(line) > LONGEST_LINE:
            break
    if faults:
        raise ProgramError(f"{path}: {_listed(faults)}")
    if not rows:
        raise ProgramError(f"{path}: no programs in it; expected a line of JSON each, with task, code and passed")
    return rows


def _object(line: bytes) -> dict[str, Any]:
    if len(line) > LONGEST_LINE:
        raise ValueError(f"longer than {LONGEST_LINE} bytes")
    try:
        content = json.loads(line.decode())
    except UnicodeDecodeError as error:
        raise ValueError(f"not UTF-8 at byte {error.start}") from None
    except json.JSONDecodeError as error:
        raise ValueError(f"not JSON: {error.msg} at character {error.pos}") from None
    except RecursionError:
        raise ValueError("not JSON: nested too deep") from None
    if not isinstance(content, dict):
        raise ValueError(f"expected an object with task, code and passed, found {type(content).__name__}")
    return content


def _listed(faults: list[str]) -> str:
    more = len(faults) - FAULTS_NAMED
    return "; ".join(faults[:FAULTS_NAMED]) + (f"; and {more} more lines" if more > 0 else "")


def _of_programs(rows: list[_Program], repeats: int) -> Labelled:
    seen = Counter((row.task, row.language, row.code) for row in rows)
    kept = [row for row in rows if seen[row.task, row.language, row.code] == 1]
    return Labelled(
        tasks=[row.task for row in kept],
        texts=[row.code for row in kept],
        languages=[row.language for row in kept],
        passed=[row.passed for row in kept],
        pairs=[],
        repeats=repeats,
        contradictions=(len(rows) - len(kept)) // 2,
    )


def _of_pairs(rows: list[_Pair], repeats: int) -> Labelled:
    return Labelled(
        tasks=[row.task for row in rows for _ in range(2)],
        texts=[text for row in rows for text in (row.correct, row.faulty)],
        languages=[row.language for row in rows for _ in range(2)],
        passed=[True, False] * len(rows),
        pairs=[(at, at + 1) for at in range(0, 2 * len(rows), 2)],
        repeats=repeats,
        contradictions=0,
    )
