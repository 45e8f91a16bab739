"""Real source code as one table: from installed distributions and from directories.

``collect(directories=[Directory(name="mine", path="src", licence="MIT")])`` is all that it takes to turn a directory
into the table that every later step reads. What is left out is listed with its reason, never lost.
"""

import csv
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, groupby
from pathlib import Path
from typing import Final, NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

from codegraft.errors import SourceError
from codegraft.files import atomic_write
from codegraft.params import Directory, normalised
from codegraft.progress import track
from codegraft.source_repositories import Repository, directory_repository, installed_repositories, printable
from codegraft.source_rules import Reason, Rejection, check_syntax, decode, find_tests

SOURCES_FILE: Final = Path("data/sources.parquet")
SKIPPED_FILE: Final = Path("data/sources_skipped.csv")

COLUMNS: Final = ("repository", "version", "licence", "language", "path", "sha256", "text")
SCHEMA: Final = pa.schema([pa.field(name, pa.string(), nullable=False) for name in COLUMNS])
"""Columns of the table. ``sha256`` is over the file's bytes, ``text`` is what they say: no byte order mark."""

_ROW_GROUP: Final = 512


class Skipped(NamedTuple):
    """A source file that is not in the table, or a directory (ending in a slash) that was not entered."""

    repository: str
    path: str
    reason: str
    detail: str


@dataclass(frozen=True)
class Collection:
    """What was collected.

    ``table`` has the columns of :data:`SCHEMA`, sorted by (repository, path); ``skipped`` likewise;
    ``excluded_tests`` has the number of test files left out of each repository, named in the order of the request.
    """

    table: pa.Table
    skipped: list[Skipped]
    excluded_tests: dict[str, int]


class _Source(NamedTuple):
    """A decoded file on its way into the table."""

    repository: Repository
    path: str
    language: str
    sha256: str
    text: str


def collect(
    packages: Sequence[str] = (),
    directories: Sequence[Directory] = (),
    *,
    tests_of: Sequence[str] = (),
    max_file_bytes: int = 1_000_000,
) -> Collection:
    """Collect the Python and Java code of installed distributions and of directories.

    A distribution's files must have the hashes that were recorded at its installation. ``repository`` is the name as
    given; ``version`` comes from a distribution's metadata and, for a directory, from its content. Files that are too
    large, not UTF-8, hold a null byte or cannot be parsed are in ``skipped``; so are links and directories of
    dependencies, environments and build outputs. Test code is left out, but for the repositories in ``tests_of``.
    Exact copies and empty files stay.

    Raises:
        SourceError: a package is not installed or was edited, a directory does not exist, one holds no source file,
            or two share a name.
    """
    _check_names([*packages, *(directory.name for directory in directories)])
    sources: list[_Source] = []
    skipped: list[Skipped] = []
    excluded: dict[str, int] = {}
    with_tests = {normalised(name) for name in tests_of}
    for repository in chain(installed_repositories(packages), map(directory_repository, directories)):
        tests = set() if normalised(repository.name) in with_tests else find_tests(repository.files)
        excluded[repository.name] = len(tests)
        skipped += [_skipped(repository, path, rejection) for path, rejection in repository.rejected]
        for path in track(sorted(repository.files.keys() - tests), repository.name, unit="file"):
            source = _read(repository, path, max_file_bytes)
            if isinstance(source, Rejection):
                skipped.append(_skipped(repository, path, source))
            else:
                sources.append(source)
    return Collection(_table(sources), sorted(skipped), excluded)


def write_sources(collection: Collection, table: str | Path, skipped: str | Path) -> None:
    """Write the table as Parquet and the list of what is missing from it as CSV; equal input gives equal bytes."""
    with atomic_write(table) as temporary:
        pq.write_table(
            collection.table,
            temporary,
            row_group_size=_ROW_GROUP,
            compression="zstd",
            use_dictionary=["repository", "version", "licence", "language"],
            write_statistics=["repository", "path"],
            store_schema=False,
        )
    with atomic_write(skipped) as temporary, temporary.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(Skipped._fields)
        writer.writerows(collection.skipped)


def read_sources(path: str | Path = SOURCES_FILE) -> pa.Table:
    """The table that :func:`write_sources` wrote.

    Raises:
        SourceError: there is no such file, it is damaged, or it is something else.
    """
    try:
        with pq.ParquetFile(path) as file:
            table = file.read()
    except FileNotFoundError:
        raise SourceError(f"{path}: no such file; run `dvc repro sources`") from None
    except (pa.ArrowException, OSError) as error:
        raise SourceError(f"{path}: not readable as Parquet ({error}); run `dvc repro --force sources`") from None
    if table.schema != SCHEMA:
        raise SourceError(f"{path}: expected the string columns {', '.join(COLUMNS)}, found {table.column_names}")
    return table


def _check_names(names: list[str]) -> None:
    seen: set[str] = set()
    for name in map(normalised, names):
        if name in seen:
            raise SourceError(f"{name}: two repositories of this name; names tell their files apart, so rename one")
        seen.add(name)


def _read(repository: Repository, path: str, max_bytes: int) -> _Source | Rejection:
    language = repository.files[path]
    data = _content(repository.root / path, max_bytes)
    if isinstance(data, Rejection):
        return data
    text = decode(data, language)
    if isinstance(text, Rejection):
        return text
    return check_syntax(text, language) or _Source(repository, path, language, hashlib.sha256(data).hexdigest(), text)


def _content(file: Path, max_bytes: int) -> bytes | Rejection:
    try:
        size = file.stat().st_size
        if size > max_bytes:
            return Rejection(Reason.TOO_LARGE, f"{size} bytes")
        return file.read_bytes()
    except OSError as error:
        return Rejection(Reason.UNREADABLE, str(error.strerror))


def _skipped(repository: Repository, path: str, rejection: Rejection) -> Skipped:
    return Skipped(repository.name, printable(path), str(rejection.reason), rejection.detail)


def _table(sources: list[_Source]) -> pa.Table:
    sources = sorted(sources, key=lambda source: (source.repository.name, source.path))
    rows: list[tuple[str, ...]] = []
    for repository, group in groupby(sources, key=lambda source: source.repository):
        files = list(group)
        version = repository.version or _content_version(files)
        rows += [
            (repository.name, version, repository.licence, file.language, file.path, file.sha256, file.text)
            for file in files
        ]
    return pa.table([[row[column] for row in rows] for column in range(len(COLUMNS))], schema=SCHEMA)


def _content_version(files: list[_Source]) -> str:
    """A directory has no version of its own: name its state by its files."""
    listing = "".join(f"{file.sha256} {file.path}\n" for file in files)
    return f"sha256-{hashlib.sha256(listing.encode()).hexdigest()[:12]}"
