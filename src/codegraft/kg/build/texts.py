"""The texts that a graph is made of, a repository at a time."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from codegraft.errors import KnowledgeGraphError
from codegraft.parsing.languages import LANGUAGES
from codegraft.sources import COLUMNS, Skipped
from codegraft.symbols.model import SourceFile


@dataclass(frozen=True)
class Texts:
    """The code of one repository.

    Attributes:
        repository, version, licence: of all of it.
        files: what is read, by path, each with its text in UTF-8.
        skipped: what is not, by path, with the reason.
    """

    repository: str
    version: str
    licence: str
    files: tuple[tuple[SourceFile, bytes], ...]
    skipped: tuple[Skipped, ...] = ()


def texts_of_table(sources: pa.Table, skipped: Sequence[Skipped] = ()) -> Iterator[Texts]:
    """The repositories of a sources table, by name; its rows may stand in any order.

    Raises:
        KnowledgeGraphError: there is no row, a column is missing, a file is there twice, one is of a language that we
            do not read, or a repository has two versions or licences.
    """
    missing = [name for name in COLUMNS if name not in sources.column_names]
    if missing:
        raise KnowledgeGraphError(f"sources: no column {', '.join(missing)}; run `dvc repro sources`")
    if not sources.num_rows:
        raise KnowledgeGraphError("sources: no file; a graph needs at least one")
    for repository in sorted(pc.unique(sources["repository"]).to_pylist()):
        rows = sources.filter(pc.equal(sources["repository"], repository)).sort_by("path")
        columns = {name: rows[name].to_pylist() for name in COLUMNS}
        _check(repository, columns)
        files = zip(columns["path"], columns["language"], columns["sha256"], columns["text"], strict=True)
        yield Texts(
            repository=repository,
            version=columns["version"][0],
            licence=columns["licence"][0],
            files=tuple(source_file(path, language, sha256, text.encode()) for path, language, sha256, text in files),
            skipped=tuple(sorted(row for row in skipped if row.repository == repository)),
        )


def sources_digest(repositories: Sequence[Texts]) -> str:
    """SHA-256 over names, versions and licences of repositories, and paths and hashes of their files."""
    listing = [
        [texts.repository, texts.version, texts.licence, [[file.path, file.sha256] for file, _ in texts.files]]
        for texts in repositories
    ]
    return hashlib.sha256(json.dumps(listing).encode()).hexdigest()


def source_file(
    path: str, language: str, sha256: str, text: bytes, problems: tuple[str, ...] = ()
) -> tuple[SourceFile, bytes]:
    """A file with its text."""
    return SourceFile(path, language, sha256, text.count(b"\n") + 1, problems), text


def _check(repository: str, columns: dict[str, list[str]]) -> None:
    for path, after in zip(columns["path"], columns["path"][1:], strict=False):
        if path == after:
            raise KnowledgeGraphError(f"sources: {repository}/{path} is there more than once; keep one of them")
    for path, language in zip(columns["path"], columns["language"], strict=True):
        if language not in LANGUAGES:
            known = ", ".join(LANGUAGES)
            raise KnowledgeGraphError(f"sources: {repository}/{path}: language {language!r}; we read {known}")
    for name in ("version", "licence"):
        if len(found := sorted(set(columns[name]))) > 1:
            raise KnowledgeGraphError(f"sources: {repository} has more than one {name}: {', '.join(found)}")
