"""What git knows of the files of a directory, kept as JSON lines, so that features of time repeat without git.

    write_history("histories/mine.jsonl", record_history("path/to/mine"))

All is told as of the last commit, not as of today, and authors are counted, not named: the same commit gives the same
bytes everywhere. :mod:`codegraft.programs.git_history` records it.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, NamedTuple

from codegraft.errors import ProgramError, plain
from codegraft.files import atomic_write, read_file


@dataclass(frozen=True)
class FileHistory:
    """The past of one file, as of the last commit of its repository: numbers, none of them negative.

    Attributes:
        commits: that changed it; merges do not count.
        authors: different e-mail addresses of their authors.
        top_author_share: part of the commits that the author with most of them made.
        age_days: from the first commit to the repository's last.
        days_since_change: from the file's last commit to the repository's last.
        active_days: days (UTC) with a commit.
        longest_pause_days: between two commits that follow each other; 0 with one commit.
        commits_30_days, commits_365_days: commits in the last days before the repository's last commit.
        lines_added, lines_deleted: by all commits.
        lines_365_days: added and deleted in the last year.
        first_lines: added by the first commit.
        last_lines: added and deleted by the last commit.
        largest_change: added and deleted by one commit at most.
        renames: how often it moved.
        fixes: commits whose subject speaks of a fix, a bug or a defect.
        reverts: commits whose subject speaks of taking something back.
        files_together: files of the directory that one of its commits changes, itself among them; mean.
    """

    commits: int
    authors: int
    top_author_share: float
    age_days: float
    days_since_change: float
    active_days: int
    longest_pause_days: float
    commits_30_days: int
    commits_365_days: int
    lines_added: int
    lines_deleted: int
    lines_365_days: int
    first_lines: int
    last_lines: int
    largest_change: int
    renames: int
    fixes: int
    reverts: int
    files_together: float


class Histories(NamedTuple):
    """Histories of the files of one repository of the sources, by path relative to its directory."""

    repository: str
    commit: str
    files: dict[str, FileHistory]


def write_history(path: str | Path, histories: Histories) -> None:
    """Write histories as JSON lines: what they are of, then a line a file, by path; equal content gives equal bytes."""
    head = {"repository": histories.repository, "commit": histories.commit}
    rows = ({"path": name} | asdict(history) for name, history in sorted(histories.files.items()))
    with atomic_write(path) as temporary, temporary.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(json.dumps(row) + "\n" for row in [head, *rows])


def read_history(path: str | Path) -> Histories:
    """What :func:`write_history` wrote.

    Raises:
        ProgramError: the file is missing, or a line of it is not what it should be.
    """
    try:
        lines = read_file(path).split(b"\n")
    except OSError as error:
        raise ProgramError(f"{path}: {error.strerror}; write it with `codegraft programs history`") from None
    rows = [_row(f"{path}, line {number}", line) for number, line in enumerate(lines, 1) if line]
    if not rows or rows[0].keys() != {"repository", "commit"}:
        raise ProgramError(
            f"{path}, line 1: expected repository and commit; write it with `codegraft programs history`"
        )
    files = [_file(f"{path}, line {number}", row) for number, row in enumerate(rows[1:], 2)]
    return Histories(str(rows[0]["repository"]), str(rows[0]["commit"]), dict(files))


def histories_by_file(paths: Sequence[str | Path]) -> dict[tuple[str, str], FileHistory]:
    """Histories of several files of :func:`write_history`, by (repository, path).

    Raises:
        ProgramError: one of them cannot be read, or two are of one repository.
    """
    found: dict[str, Histories] = {}
    for path in paths:
        histories = read_history(path)
        if histories.repository in found:
            raise ProgramError(f"{path}: a second history of {histories.repository}; keep one in programs.history")
        found[histories.repository] = histories
    return {(name, file): one for name, of_one in found.items() for file, one in of_one.files.items()}


def _row(place: str, line: bytes) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ProgramError(f"{place}: not JSON ({error}); record the history again") from None
    if not isinstance(row, dict):
        raise ProgramError(f"{place}: expected an object, found {type(row).__name__}; record the history again")
    return row


def _file(place: str, row: dict[str, Any]) -> tuple[str, FileHistory]:
    """Path and history of a row whose every value must be there and of its type."""
    expected = {"path": str} | {field.name: field.type for field in fields(FileHistory)}
    wrong = [name for name, kind in expected.items() if not _is(row.get(name), kind)] + sorted(row.keys() - expected)
    if wrong:
        raise ProgramError(
            f"{place}: {plain(', '.join(wrong))} missing, unknown or no such value; record the history again"
        )
    return row.pop("path"), FileHistory(**row)


def _is(value: object, kind: object) -> bool:
    """Whether a value that JSON gave is a text, a whole number or a number, and no number below zero or infinite."""
    if kind is str:
        return isinstance(value, str)
    accepted = int if kind is int else (int, float)
    return isinstance(value, accepted) and not isinstance(value, bool) and 0 <= value < float("inf")
