"""Files -> node columns, in parallel processes."""

import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import joblib
import numpy as np
import pyarrow as pa

from codegraft.bulk import collector_paused
from codegraft.parsing.captures import syntax_types
from codegraft.parsing.syntax import read_syntax
from codegraft.parsing.vocabulary import KINDS
from codegraft.progress import track
from codegraft.snapshot.columns import Ids, format_ids
from codegraft.snapshot.extract.facts import FileFacts, read_facts
from codegraft.snapshot.extract.identity import node_ids
from codegraft.snapshot.extract.node_data import data_column, location_column
from codegraft.symbols.analyse import PARSE, Facts

BATCH_BYTES: Final = 500_000
"""Source text in one task of a worker process."""

SERIAL_BYTES: Final = 2_000_000
"""Less source text than this is not worth starting processes for."""


@dataclass(frozen=True)
class SourceFile:
    """A file to read: where it is from and what it says."""

    repository: str
    path: str
    language: str
    sha256: str
    text: str

    @property
    def full_path(self) -> str:
        """``<repository>/<path>``, by which a snapshot knows the file."""
        return f"{self.repository}/{self.path}"


@dataclass(frozen=True)
class FileNodes:
    """The nodes of one file, n of them, and the ``syntax`` that name resolution looks at.

    ``types`` are numbers in ``syntax_types(facts.language)``; ``errors`` counts the ERROR nodes of a file that is not
    valid code (``broken``); ``cut`` says that syntax was left out for being nested too deep or too broken.
    """

    facts: FileFacts
    syntax: Facts
    ids: Ids
    types: np.ndarray
    data: pa.StringArray
    location: pa.StringArray
    errors: int
    broken: bool
    cut: bool


def normalise(file: SourceFile, snapshot: uuid.UUID) -> FileNodes:
    """Read one file. Text that is not valid code still gives what was understood, and a Module at the least."""
    text = file.text.encode()
    syntax = read_syntax(file.language, text)
    facts = read_facts(syntax)
    names = syntax_types(file.language)
    types = np.minimum(syntax.type, len(names) - 1)
    columns = (facts.kind, types, syntax.start, syntax.end, syntax.depth)
    content = [
        f"{KINDS[kind]}:{names[type_]}:{start}:{end}:{depth}"
        for kind, type_, start, end, depth in zip(*(column.tolist() for column in columns), strict=True)
    ]
    ids = node_ids(snapshot, file.full_path, content)
    return FileNodes(
        facts=facts,
        syntax=PARSE[file.language](text),
        ids=ids,
        types=types.astype(np.int32),
        data=pa.array(data_column(syntax, facts, format_ids(ids), file.full_path), pa.string()),
        location=pa.array(location_column(syntax), pa.string()),
        errors=int((types == len(names) - 1).sum()),
        broken=syntax.broken,
        cut=syntax.cut,
    )


def normalise_all(files: Sequence[SourceFile], snapshot: uuid.UUID, jobs: int) -> list[FileNodes]:
    """Read all files with up to ``jobs`` processes, in their order; how the work is split changes nothing."""
    if sum(len(file.text) for file in files) < SERIAL_BYTES:
        jobs = 1
    batches = list(_batches(files))
    parallel = joblib.Parallel(n_jobs=jobs, return_as="generator")
    results = parallel(joblib.delayed(_normalise_batch)(batch, snapshot) for batch in batches)
    return [nodes for batch in track(results, "parse", total=len(batches), unit="batch") for nodes in batch]


def _normalise_batch(files: Sequence[SourceFile], snapshot: uuid.UUID) -> list[FileNodes]:
    with collector_paused():
        return [normalise(file, snapshot) for file in files]


def _batches(files: Sequence[SourceFile]) -> Iterator[list[SourceFile]]:
    batch: list[SourceFile] = []
    size = 0
    for file in files:
        batch.append(file)
        size += len(file.text)
        if size >= BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
