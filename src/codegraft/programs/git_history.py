"""Record the histories of a directory's files from the git repository that it is in: one ``git log``, read once."""

import os
import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Final, NamedTuple

from codegraft.errors import ProgramError
from codegraft.parsing.languages import language_of
from codegraft.programs.history import FileHistory, Histories

GIT_SECONDS: Final = 600
"""A git that takes longer is given up."""

_DAY: Final = 86_400
_FIX: Final = re.compile(rb"\b(?:fix(?:e[sd]|ing)?|bugs?|bugfix(?:es)?|defects?|hotfix)\b", re.IGNORECASE)
_REVERT: Final = re.compile(rb"\b(?:reverts?|reverted|roll(?:ed)? ?back|back out|undo)\b", re.IGNORECASE)

_LOG: Final = (
    *("log", "--reverse", "--topo-order", "--no-merges", "--relative", "-z", "--numstat"),
    # Whatever the user's own settings are, the output must be the same.
    *("--find-renames=50%", "-l0", "--no-ext-diff", "--no-textconv", "--no-show-signature", "--no-notes"),
    "--format=%x01%ct %aE%x00%s",
)


class _Commit(NamedTuple):
    """Seconds since 1970, author, subject, and for each file its old path, path, lines added and deleted."""

    seconds: int
    author: bytes
    subject: bytes
    changes: list[tuple[bytes, bytes, int, int]]


@dataclass
class _Past:
    """What the commits of one file were."""

    seconds: list[int] = field(default_factory=list)
    authors: Counter[bytes] = field(default_factory=Counter)
    subjects: list[bytes] = field(default_factory=list)
    added: list[int] = field(default_factory=list)
    deleted: list[int] = field(default_factory=list)
    together: list[int] = field(default_factory=list)
    renames: int = 0


def record_history(directory: str | Path, repository: str | None = None) -> Histories:
    """Histories of the source files of a directory that are in its repository's last commit.

    A file that moved keeps its past; commits that merge add nothing of their own and are left out. ``repository`` is
    the directory's name in ``sources.directories`` of params.yaml: its own name unless given.

    Raises:
        ProgramError: git is missing, takes too long or fails; the directory is in no repository, in one without a
            commit, or in a shallow clone; or no source file in it was committed.
    """
    directory = Path(directory)
    if _git(directory, "rev-parse", "--is-shallow-repository").strip() == b"true":
        raise ProgramError(f"{directory}: a shallow clone does not hold the past; run `git fetch --unshallow` first")
    commit, seconds = _git(directory, "log", "-1", "--no-show-signature", "--format=%H %ct").split()
    listing = _git(directory, "ls-tree", "-r", "-z", "--name-only", "HEAD").split(b"\0")
    present = {name for name in listing if name and language_of(os.fsdecode(name))}
    pasts = _follow(_commits(_git(directory, *_LOG, "--", ".")))
    files = {_text(name): _summary(pasts[name], int(seconds)) for name in sorted(present & pasts.keys())}
    if not files:
        raise ProgramError(f"{directory}: no source file in it was committed; name a directory of code")
    return Histories(repository or directory.resolve().name, commit.decode(), files)


def _git(directory: Path, *arguments: str) -> bytes:
    """What git prints, run in a directory and told to speak English."""
    # Variables such as GIT_DIR, which are set inside a hook, would point git elsewhere.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    if not directory.is_dir():
        raise ProgramError(f"{directory}: no such directory")
    try:
        return subprocess.run(
            ["git", "--no-pager", *arguments],
            cwd=directory,
            env=environment | {"LC_ALL": "C"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=GIT_SECONDS,
            check=True,
        ).stdout
    except FileNotFoundError:
        raise ProgramError(f"{directory}: git is not installed, and it is what knows the history") from None
    except subprocess.TimeoutExpired:
        raise ProgramError(f"{directory}: git took more than {GIT_SECONDS} s; name a smaller directory") from None
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode(errors="replace").strip().partition("\n")[0]
        raise ProgramError(
            f"{directory}: git does not tell its history ({said}); name a directory of a clone"
        ) from None


def _commits(log: bytes) -> Iterator[_Commit]:
    """The commits in the output of ``git log``, oldest first.

    It is a series of parts that end in a null byte: time and author, marked by a first byte 1; the subject; and for
    each file ``added <tab> deleted <tab> path``, where an empty path says that old and new path follow.
    """
    parts = iter(log.split(b"\0"))
    commit: _Commit | None = None
    for part in parts:
        if part.startswith(b"\1"):
            if commit:
                yield commit
            seconds, _, author = part[1:].partition(b" ")
            commit = _Commit(int(seconds), author.lower(), next(parts), [])
        elif commit and part:
            added, deleted, path = part.lstrip(b"\n").split(b"\t", 2)
            old, new = (path, path) if path else (next(parts), next(parts))
            commit.changes.append((old, new, _lines(added), _lines(deleted)))
    if commit:
        yield commit


def _lines(number: bytes) -> int:
    """Git prints a dash for files that are not text."""
    return 0 if number == b"-" else int(number)


def _follow(commits: Iterator[_Commit]) -> dict[bytes, _Past]:
    """What happened to each file, by its last path."""
    pasts: dict[bytes, _Past] = {}
    for commit in commits:
        for old, new, added, deleted in commit.changes:
            past = pasts[new] = pasts.pop(old, _Past())
            past.renames += old != new
            past.seconds.append(commit.seconds)
            past.authors[commit.author] += 1
            past.subjects.append(commit.subject)
            past.added.append(added)
            past.deleted.append(deleted)
            past.together.append(len(commit.changes))
    return pasts


def _summary(past: _Past, now: int) -> FileHistory:
    # Clocks of different machines disagree: a time after the last commit's counts as that.
    seconds = [min(second, now) for second in past.seconds]
    order = sorted(seconds)
    changed = [added + deleted for added, deleted in zip(past.added, past.deleted, strict=True)]
    commits = len(seconds)
    return FileHistory(
        commits=commits,
        authors=len(past.authors),
        top_author_share=round(max(past.authors.values()) / commits, 6),
        age_days=_days(now - order[0]),
        days_since_change=_days(now - order[-1]),
        active_days=len({second // _DAY for second in seconds}),
        longest_pause_days=_days(max((later - earlier for earlier, later in pairwise(order)), default=0)),
        commits_30_days=sum(now - second <= 30 * _DAY for second in seconds),
        commits_365_days=sum(now - second <= 365 * _DAY for second in seconds),
        lines_added=sum(past.added),
        lines_deleted=sum(past.deleted),
        lines_365_days=sum(lines for second, lines in zip(seconds, changed, strict=True) if now - second <= 365 * _DAY),
        first_lines=past.added[0],
        last_lines=changed[-1],
        largest_change=max(changed),
        renames=past.renames,
        fixes=sum(bool(_FIX.search(subject)) for subject in past.subjects),
        reverts=sum(bool(_REVERT.search(subject)) for subject in past.subjects),
        files_together=round(sum(past.together) / commits, 6),
    )


def _days(seconds: int) -> float:
    return round(seconds / _DAY, 6)


def _text(path: bytes) -> str:
    """A path as text; bytes that are no UTF-8 are written out, as they cannot stand in JSON."""
    return path.decode(errors="backslashreplace")
