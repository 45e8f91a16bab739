"""CodeContests as shards of rows: from the hub, or from a directory of Parquet files in the same schema.

Rows are streamed, so that neither the disk nor memory has to hold the whole. The library that does so is imported when
it is needed: the sample does not need it, and it takes seconds.
"""

import glob
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple, TypeVar

import pyarrow as pa

from codegraft.errors import ProgramError

Row = Mapping[str, Any]
T = TypeVar("T")

_SPLITS: Final = {"train": "train", "valid": "validation", "validation": "validation", "test": "test"}
"""What sources call a split -> what it is called here."""

_FILE_NAME: Final = re.compile(rf"({'|'.join(_SPLITS)})(?:[-_.].*)?\.parquet")

_BATCH_ROWS: Final = 16
"""Decoded at a time: a row with all its tests may be many megabytes, and a whole row group has hundreds."""

_INSTEAD: Final = "or set programs.source: sample in params.yaml, which needs nothing from outside"


class Shard(NamedTuple):
    """A part of a source that is read as a whole.

    ``name`` is unique within the source, ``version`` changes with what the shard says, and ``rows`` reads it anew at
    every call and raises :class:`ProgramError`.
    """

    split: str
    name: str
    version: str
    rows: Callable[[], Iterator[Row]]


def hub_shards(hub: str, revision: str) -> list[Shard]:
    """The shards of a data set on the hub at a commit, by split, in order.

    Raises:
        ProgramError: the hub cannot be reached, or has no such data set.
    """
    from datasets import load_dataset

    advice = f"connect and run again, which goes on where this stopped, {_INSTEAD}"
    parts = _attempt(
        lambda: load_dataset(hub, revision=revision, streaming=True, batch_size=_BATCH_ROWS),
        f"{hub} at {revision}",
        advice,
    )
    unknown = sorted(set(parts) - set(_SPLITS))
    if unknown:
        raise ProgramError(f"{hub}: unknown split {unknown[0]}; expected {', '.join(_SPLITS)}, {_INSTEAD}")
    return [
        _shard(
            _SPLITS[name],
            f"{_SPLITS[name]}-{index:05}",
            f"{hub}@{revision}",
            f"{hub}, {_SPLITS[name]}-{index:05}",
            _part_of(part, index),
            advice,
        )
        for name, part in sorted(parts.items())
        for index in range(part.num_shards)
    ]


def path_shards(directory: str | Path) -> list[Shard]:
    """The Parquet files in and below a directory, by split and name; each has a schema of its own.

    Raises:
        ProgramError: there is no such directory, none is in it, or the name of one does not begin with its split.
    """
    directory = Path(directory)
    if not directory.is_dir():
        raise ProgramError(f"{directory}: no such directory; correct programs.path in params.yaml, {_INSTEAD}")
    files = sorted(directory.rglob("*.parquet"))
    if not files:
        raise ProgramError(f"{directory}: no Parquet file in it; expected train-….parquet and the like, {_INSTEAD}")
    return [_file_shard(file, file.relative_to(directory).as_posix()) for file in files]


def _file_shard(file: Path, name: str) -> Shard:
    state = file.stat()
    version = f"{file.resolve()} {state.st_size} {state.st_mtime_ns}"
    return _shard(_split_of(file), name, version, str(file), _file_reader(file), f"replace the file, {_INSTEAD}")


def _split_of(file: Path) -> str:
    match = _FILE_NAME.fullmatch(file.name)
    if match is None:
        raise ProgramError(
            f"{file}: which split is this? Begin the name with {', '.join(_SPLITS)}, as in train-0.parquet"
        )
    return _SPLITS[match[1]]


def _part_of(part: Any, index: int) -> Callable[[], Iterable[Row]]:
    return lambda: part.shard(num_shards=part.num_shards, index=index)


def _file_reader(file: Path) -> Callable[[], Iterable[Row]]:
    def read() -> Iterable[Row]:
        import datasets

        # Otherwise it reports each use of its reader over the network, which a local directory must not need.
        datasets.config.HF_UPDATE_DOWNLOAD_COUNTS = False
        found: Iterable[Row] = datasets.load_dataset(
            "parquet", data_files=glob.escape(str(file)), split="train", streaming=True, batch_size=_BATCH_ROWS
        )
        return found

    return read


def _shard(split: str, name: str, version: str, where: str, read: Callable[[], Iterable[Row]], advice: str) -> Shard:
    def rows() -> Iterator[Row]:
        found = _attempt(lambda: iter(read()), where, advice)
        while (row := _attempt(lambda: next(found, None), where, advice)) is not None:
            yield row

    return Shard(split, name, version, rows)


def _attempt(step: Callable[[], T], where: str, advice: str) -> T:
    """Take a step of the library, whose errors come from the network, the disk, Parquet and itself."""
    from datasets.exceptions import DatasetsError
    from datasets.utils.file_utils import CONNECTION_ERRORS_TO_RETRY

    try:
        return step()
    except (OSError, ValueError, pa.ArrowException, DatasetsError, *CONNECTION_ERRORS_TO_RETRY) as error:
        raise ProgramError(f"{where}: cannot be read ({type(error).__name__}: {error}); {advice}") from error
