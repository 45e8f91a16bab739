"""Problems of a source before they are divided, fetched so that an interruption loses one shard at most.

Every shard that was read whole has two files in the state directory: its problems, and what was left out. The second is
written last and says that the first is complete. Their folder is named by all that decides what is in them, so that
another source, revision, limit or version of the filters begins anew.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from pydantic import BaseModel, ValidationError

from codegraft.files import write_json
from codegraft.params import Programs
from codegraft.programs.codecontests import Shard, hub_shards, path_shards
from codegraft.programs.problems import Problem, read_problems, write_problems
from codegraft.programs.rows import Choice, Dropped, read_row
from codegraft.programs.sample import SAMPLE_DIRECTORY, read_sample
from codegraft.progress import track

STATE_DIRECTORY: Final = Path(".codegraft/download")
"""What was fetched, kept so that another division needs no second download; may be deleted at any time."""

_FILTERS: Final = ("codecontests.py", "problems.py", "rows.py")
_KEY_DIGITS: Final = 16


class ShardSummary(BaseModel):
    """What became of a shard: rows read, problems kept, the others, and tests left out as too large."""

    rows: int
    kept: int
    dropped: list[Dropped]
    huge_tests: int


@dataclass(frozen=True)
class Fetched:
    """Problems with the split that the source has them in.

    Attributes:
        problems: can be iterated again and again, in the same order.
        rows: of the source that were read.
        dropped: what was left out of them.
        huge_tests: tests that were left out of problems, as too large.
    """

    problems: Iterable[Problem]
    rows: int
    dropped: list[Dropped]
    huge_tests: int


@dataclass(frozen=True)
class _Stored:
    """Problems on disk; each file holds those of one split."""

    files: list[tuple[str, Path]]

    def __iter__(self) -> Iterator[Problem]:
        for split, file in self.files:
            for problem in read_problems(file):
                yield problem.model_copy(update={"split": split})


def fetch(params: Programs, *, seed: int, state: Path = STATE_DIRECTORY, sample: Path = SAMPLE_DIRECTORY) -> Fetched:
    """Fetch the problems of the source that the parameters name, at most ``limit`` of each of its splits.

    Args:
        params: source, limit and how many programs to keep.
        seed: of the choice among programs.
        state: directory for what is fetched from outside.
        sample: directory of the sample.

    Raises:
        ProgramError: the source is missing, cannot be reached or is not what it should be.
    """
    if params.source == "sample":
        problems = read_sample(sample)[: params.limit]
        return Fetched(problems, len(problems), [], 0)
    choice = Choice(params.solutions, seed)
    shards = hub_shards(params.hub, params.revision) if params.source == "hub" else path_shards(str(params.path))
    directory = state / _key([[shard.name, shard.version] for shard in shards], params.limit, choice)
    return _fetch_shards(shards, directory, params.limit, choice)


def _fetch_shards(shards: list[Shard], directory: Path, limit: int | None, choice: Choice) -> Fetched:
    """Read the shards that are not there yet; those behind a split's limit are left alone."""
    files, rows, dropped, huge_tests = [], 0, [], 0
    left = dict.fromkeys((shard.split for shard in shards), limit)
    for shard in shards:
        most = left[shard.split]
        if most == 0:
            continue
        file, summary_file = (directory / f"{shard.name}{ending}" for ending in (".jsonl", ".json"))
        summary = _summary(summary_file)
        if summary is None or not file.exists():
            summary = _fetch_shard(shard, file, most, choice)
            write_json(summary_file, summary.model_dump())
        if most is not None:
            left[shard.split] = most - summary.kept
        files.append((shard.split, file))
        rows += summary.rows
        dropped += summary.dropped
        huge_tests += summary.huge_tests
    return Fetched(_Stored(files), rows, dropped, huge_tests)


def _summary(file: Path) -> ShardSummary | None:
    try:
        return ShardSummary.model_validate_json(file.read_bytes())
    except (FileNotFoundError, ValidationError):
        return None


def _fetch_shard(shard: Shard, file: Path, most: int | None, choice: Choice) -> ShardSummary:
    summary = ShardSummary(rows=0, kept=0, dropped=[], huge_tests=0)

    def kept() -> Iterator[Problem]:
        for row in track(shard.rows(), shard.name, unit="row"):
            place = f"{shard.name} row {summary.rows}"
            summary.rows += 1
            found = read_row(row, split=shard.split, place=place, choice=choice)
            if isinstance(found, Dropped):
                summary.dropped.append(found)
                continue
            summary.kept += 1
            summary.huge_tests += found.huge_tests
            yield found.problem
            if summary.kept == most:
                return

    write_problems(file, kept())
    return summary


def _key(*parts: Any) -> str:
    return hashlib.sha256(json.dumps([parts, _filters()]).encode()).hexdigest()[:_KEY_DIGITS]


@cache
def _filters() -> list[str]:
    """Hashes of the code that decides what is kept."""
    return [hashlib.sha256((Path(__file__).parent / name).read_bytes()).hexdigest() for name in _FILTERS]
