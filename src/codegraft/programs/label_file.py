"""Anybody's programs to labels: JSON lines in, the same lines with a verdict out.

A line is an object with ``code`` and what to judge it by: ``tests``, a list of {"input", "output"}, or ``problem``, the
name of a problem in a file of problems. ``checker`` and ``time_limit_s`` go with ``tests``; any other key is kept.
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any, Final, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from codegraft.errors import ProgramError
from codegraft.files import atomic_write
from codegraft.parallel.workers import Workers
from codegraft.programs.judge.cache import CachedJudge
from codegraft.programs.judge.judge import Judgement
from codegraft.programs.judge.pool import with_sandboxes
from codegraft.programs.judge.task import Task, encoded, limits_of, task_of
from codegraft.programs.problems import Case, Problem, fault, read_problems
from codegraft.programs.sandbox import Isolation, Sandbox
from codegraft.progress import track

LABEL: Final = "label"
"""Key that a line gets."""


class Submission(BaseModel):
    """A line of the input."""

    model_config = ConfigDict(strict=True, frozen=True, extra="allow")

    code: str
    problem: str = ""
    tests: list[Case] | None = Field(default=None, min_length=1)
    checker: str = ""
    time_limit_s: float | None = Field(default=None, gt=0, le=600)


class _Batch(NamedTuple):
    """Programs of one task, and their places in the file."""

    task: Task
    places: list[int]
    programs: list[str]


def label_file(
    source: str | Path,
    output: str | Path,
    *,
    problems: str | Path | None,
    tests: int,
    workers: Workers,
    isolation: Isolation,
    cache: Path | None,
) -> Counter[str]:
    """Run the programs of a file and write each line with ``label``: verdict, exception, tests, run, passed, flaky.

    Lines keep their order; ``tests`` is left out of them.

    Args:
        source: JSON lines as above.
        output: JSON lines; what is there is replaced when all is done.
        problems: file of problems (:mod:`codegraft.programs.problems`) that lines name, or None.
        tests: of a problem to run at most.
        workers: who execute.
        isolation: of the sandbox.
        cache: directory of what was judged before, or None.

    Returns:
        How many programs got each verdict.

    Raises:
        ProgramError: a file is missing or damaged, the output is a directory, or a line has neither tests nor a problem
            of the file, or has a ``label`` already.
        SandboxError: programs cannot be executed here, or the sandbox failed.
    """
    if Path(output).is_dir():
        raise ProgramError(f"{output}: this is a directory; name a file to write")
    rows = list(_rows(Path(source)))
    known = {} if problems is None else {problem.name: problem for problem in read_problems(problems)}
    batches = _batches([_task(row, known, f"{source}:{line}", tests) for line, row in enumerate(rows, start=1)], rows)
    found: dict[int, Judgement] = {}
    work = partial(_judge, isolation=isolation, cache=cache)
    done = with_sandboxes(work, batches, workers, isolation)
    for judgements in track(done, "label", total=len(batches), unit="problem"):
        found |= judgements
    with atomic_write(output) as temporary, temporary.open("w", encoding="utf-8") as file:
        for place, row in enumerate(rows):
            file.write(json.dumps(_labelled(row, found[place]), ensure_ascii=True) + "\n")
    return Counter(judgement.verdict.value for judgement in found.values())


def _rows(path: Path) -> Iterator[Submission]:
    try:
        lines = path.read_bytes().splitlines()
    except FileNotFoundError:
        raise ProgramError(f"{path}: no such file; name one with a JSON object on each line") from None
    except OSError as error:
        raise ProgramError(f"{path}: {error.strerror}; name a file with a JSON object on each line") from None
    for number, line in enumerate(lines, start=1):
        try:
            row = Submission.model_validate_json(line)
        except ValidationError as error:
            key, expected = fault(error)
            raise ProgramError(f"{path}:{number}: {key}: {expected}") from None
        if LABEL in (row.model_extra or {}):
            raise ProgramError(f"{path}:{number}: {LABEL}: the key that the verdict goes to; rename or remove this one")
        yield row


def _task(row: Submission, known: Mapping[str, Problem], place: str, tests: int) -> Task:
    if row.tests is not None:
        chosen = row.tests[:tests]
        return Task(
            problem=row.problem or place,
            inputs=tuple(encoded(test.input) for test in chosen),
            expected=tuple(encoded(test.output) for test in chosen),
            checker=row.checker,
            limits=limits_of(row.time_limit_s),
        )
    if row.problem in known:
        return task_of(known[row.problem], tests)
    raise ProgramError(
        f"{place}: no tests, and no problem {row.problem!r} in the file of problems; give the line tests, or name a "
        "file that has its problem"
    )


def _batches(tasks: list[Task], rows: list[Submission]) -> list[_Batch]:
    batches: dict[str, _Batch] = {}
    for place, (task, row) in enumerate(zip(tasks, rows, strict=True)):
        batch = batches.setdefault(task.digest, _Batch(task, [], []))
        batch.places.append(place)
        batch.programs.append(row.code)
    return list(batches.values())


def _judge(batch: _Batch, sandbox: Sandbox, isolation: Isolation, cache: Path | None) -> dict[int, Judgement]:
    with CachedJudge(batch.task, sandbox, cache, isolation) as judge:
        return {place: judge.judge(code) for place, code in zip(batch.places, batch.programs, strict=True)}


def _labelled(row: Submission, judgement: Judgement) -> dict[str, Any]:
    label = judgement._asdict()
    del label["cpu_s"]
    return row.model_dump(exclude={"tests"}, exclude_unset=True) | {LABEL: label}
