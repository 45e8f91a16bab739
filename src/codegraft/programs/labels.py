"""Labels of programs on disk: one row a program that was executed."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final, NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

from codegraft.errors import ProgramError
from codegraft.files import atomic_write

LABELS_FILE: Final = Path("data/programs/labels.parquet")

CORRECT: Final = "correct"
INCORRECT: Final = "incorrect"
MUTANT: Final = "mutant"


class Label(NamedTuple):
    """What is known of a program.

    Attributes:
        program: its id, 16 hexadecimal digits of a hash of problem and code.
        problem, split: the problem's name, and train, validation or test.
        origin: ``correct`` or ``incorrect``, as its source has it, or ``mutant``.
        kind: of its mistake (:data:`codegraft.programs.kinds.BUG_KINDS`), empty where unknown.
        operator: that made a mutant, else empty.
        parent: id of the program that a mutant was made of, else empty.
        code: its source text.
        tests, run, passed: tests of the problem; of them, those it was run on; of them, those it passed.
        verdict: :class:`codegraft.programs.judge.verdict.Verdict`; a mutant that ``passed`` is equivalent, as far as
            the tests can tell, and keeps its kind.
        exception: the class of the first failure's exception, or the signal's name, else empty.
        flaky: whether running it again gave something else.
    """

    program: str
    problem: str
    split: str
    origin: str
    kind: str
    operator: str
    parent: str
    code: str
    tests: int
    run: int
    passed: int
    verdict: str
    exception: str
    flaky: bool


_COUNTS: Final = ("tests", "run", "passed")

LABELS_SCHEMA: Final = pa.schema(
    [
        pa.field(
            name, pa.int32() if name in _COUNTS else pa.bool_() if name == "flaky" else pa.string(), nullable=False
        )
        for name in Label._fields
    ]
)

LABELS_ORDER: Final = ("split", "problem", "origin", "program")
"""What rows are sorted by; no two agree in all of them."""


def labels_table(labels: Iterable[Label]) -> pa.Table:
    """The labels as a table in :data:`LABELS_SCHEMA`, sorted."""
    columns = list(zip(*labels, strict=True)) or [()] * len(Label._fields)
    arrays = [pa.array(column, field.type) for column, field in zip(columns, LABELS_SCHEMA, strict=True)]
    return pa.table(arrays, schema=LABELS_SCHEMA).sort_by([(name, "ascending") for name in LABELS_ORDER])


def write_labels(path: str | Path, labels: pa.Table) -> None:
    """Write a table of :func:`labels_table`; equal rows give equal bytes."""
    with atomic_write(path) as temporary:
        pq.write_table(labels.combine_chunks(), temporary, compression="zstd")


def read_labels(path: str | Path = LABELS_FILE) -> pa.Table:
    """The labels that :func:`write_labels` wrote.

    Raises:
        ProgramError: the file is missing, damaged, or has other columns.
    """
    try:
        table = pq.read_table(path)
    except FileNotFoundError:
        raise ProgramError(f"{path}: no such file; run `dvc repro label`") from None
    except (pa.ArrowException, OSError) as error:
        raise ProgramError(f"{path}: not a readable Parquet file ({error}); run `dvc repro --force label`") from None
    if table.schema != LABELS_SCHEMA:
        expected = ", ".join(LABELS_SCHEMA.names)
        raise ProgramError(f"{path}: expected the columns {expected}; run `dvc repro --force label`")
    return table
