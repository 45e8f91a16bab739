"""Chains on disk: shards of whole windows, a table that says where each window is from, and a manifest.

    write_chains("data/chains", chains, windows, header)
    chains, windows, header = read_chains("data/chains")

A shard is a safetensors file of at most ``SHARD_WINDOWS`` windows, with the columns that
:mod:`~codegraft.graphmer.chains.stored_columns` makes. The manifest holds the SHA-256 of every file.
"""

import hashlib
import json
import reprlib
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Annotated, Final, Literal, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError
from safetensors import SafetensorError
from safetensors.numpy import load, save

from codegraft.errors import ModelError, plain
from codegraft.files import atomic_directory, read_file
from codegraft.graphmer.chains.chains import Chains, concatenate
from codegraft.graphmer.chains.soundness import UnsoundError, check_chains
from codegraft.graphmer.chains.stored_columns import from_stored, to_stored

CHAINS_DIRECTORY: Final = Path("data/chains")
WINDOWS_FILE: Final = "windows.parquet"
MANIFEST_FILE: Final = "manifest.json"

SHARD_WINDOWS: Final = 8_192

_ENCODE: Final = "make them again: `dvc repro --force encode_chains`"

WORDS: Final = pa.dictionary(pa.int32(), pa.string())

WINDOWS_SCHEMA: Final = pa.schema(
    [pa.field(name, WORDS, nullable=False) for name in ("repository", "file", "language")]
    + [pa.field(name, pa.int32(), nullable=False) for name in ("start", "end")]
    + [pa.field("part", WORDS, nullable=False)]
)
"""One row a window: the bytes of the file that it holds, and the part that its code belongs to, in words."""


@dataclass(frozen=True)
class Header:
    """What the numbers of chains mean.

    Attributes:
        vocabulary: size of the tokenizer's vocabulary.
        tokenizer: SHA-256 of tokenizer.json.
        relations: names; relation id i is ``relations[i - 1]``.
        roots: most tokens in a window. tail_slots: most tokens in a tail. groups_per_anchor: most groups of one part
            on one anchor.
    """

    vocabulary: int
    tokenizer: str
    relations: tuple[str, ...]
    roots: int
    tail_slots: int
    groups_per_anchor: int


def _names_all(files: dict[str, str]) -> dict[str, str]:
    if WINDOWS_FILE not in files or len(files) < 2:
        raise ValueError(f"{WINDOWS_FILE} and a shard at least are to be named")
    return files


_File = Annotated[str, Field(pattern=r"^(windows\.parquet|shard-\d{5}\.safetensors)$")]
_Digest = Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
_Count = Annotated[int, Field(ge=1)]


class _Manifest(BaseModel):
    """What manifest.json holds: version of the layout, windows in all, SHA-256 of every file, and the header."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")

    format: Literal[2]
    windows: Annotated[int, Field(ge=0)]
    files: Annotated[dict[_File, _Digest], AfterValidator(_names_all)]
    vocabulary: _Count
    tokenizer: _Digest
    relations: tuple[str, ...]
    roots: _Count
    tail_slots: _Count
    groups_per_anchor: _Count

    @property
    def header(self) -> Header:
        return Header(**self.model_dump(include=set(Header.__dataclass_fields__)))


class StoredChains(NamedTuple):
    """What :func:`read_chains` finds: ``windows`` has the columns of :data:`WINDOWS_SCHEMA`, row by row."""

    chains: Chains
    windows: pa.Table
    header: Header


def write_chains(directory: str | Path, chains: Chains, windows: pa.Table, header: Header) -> None:
    """Write all windows, whole or not at all; equal chains give equal bytes. What stood there is replaced.

    Raises:
        ValueError: the columns contradict each other, the header or the table.
        ModelError: the directory cannot be written, for example because the disk is full; what stood there stays.
    """
    if len(windows) != len(chains) or not windows.schema.equals(WINDOWS_SCHEMA):
        raise ValueError(f"{len(chains)} windows need as many rows of {WINDOWS_SCHEMA.names}, found {len(windows)}")
    try:
        _write(Path(directory), chains, windows, header)
    except OSError as error:
        raise ModelError(f"{directory}: cannot be written ({error}); make room, then {_ENCODE}") from None


def _write(directory: Path, chains: Chains, windows: pa.Table, header: Header) -> None:
    with atomic_directory(directory) as temporary:
        pq.write_table(windows, temporary / WINDOWS_FILE, compression="zstd", write_statistics=False)
        digests = {WINDOWS_FILE: _digest((temporary / WINDOWS_FILE).read_bytes())}
        for name, shard in _shards(chains):
            check_chains(shard, header.vocabulary, len(header.relations), header.tail_slots)
            content = save({key: np.ascontiguousarray(column) for key, column in to_stored(shard).items()})
            (temporary / name).write_bytes(content)
            digests[name] = _digest(content)
        manifest = _Manifest(format=2, windows=len(chains), files=digests, **asdict(header))
        text = json.dumps(manifest.model_dump(), indent=2, sort_keys=True) + "\n"
        (temporary / MANIFEST_FILE).write_text(text, encoding="utf-8")


def _shards(chains: Chains) -> Iterator[tuple[str, Chains]]:
    """Names of files and what is in them; one file at least."""
    for number, first in enumerate(range(0, max(len(chains), 1), SHARD_WINDOWS)):
        windows = np.arange(first, min(first + SHARD_WINDOWS, len(chains)))
        yield f"shard-{number:05d}.safetensors", chains.select(windows)


def read_chains(directory: str | Path = CHAINS_DIRECTORY) -> StoredChains:
    """Read what :func:`write_chains` wrote, checked to the last byte.

    Raises:
        ModelError: a file is missing, damaged, of another run, or its columns contradict each other.
    """
    place = Path(directory)
    manifest = _manifest(place / MANIFEST_FILE)
    contents = {name: _content(place / name, digest) for name, digest in sorted(manifest.files.items())}
    windows = _windows(place / WINDOWS_FILE, contents.pop(WINDOWS_FILE))
    chains = concatenate([_shard(place / name, content, manifest.header) for name, content in contents.items()])
    if not len(chains) == len(windows) == manifest.windows:
        raise ModelError(
            f"{place}: {MANIFEST_FILE} tells of {manifest.windows} windows, {WINDOWS_FILE} of {len(windows)}, the "
            f"shards hold {len(chains)}; {_ENCODE}"
        )
    return StoredChains(chains, windows, manifest.header)


def _manifest(path: Path) -> _Manifest:
    try:
        return _Manifest.model_validate_json(_bytes(path))
    except ValidationError as error:
        problem = error.errors()[0]
        key = plain(".".join(map(str, problem["loc"])))
        found = "" if problem["type"] == "missing" else f", found {plain(reprlib.repr(problem['input']))}"
        raise ModelError(f"{path}: {key or 'as a whole'}: {problem['msg']}{found}; {_ENCODE}") from None


def _windows(path: Path, content: bytes) -> pa.Table:
    words = [field.name for field in WINDOWS_SCHEMA if field.type == WORDS]
    try:
        table = pq.read_table(pa.BufferReader(content), read_dictionary=words)
        names = table.schema.names
    except (pa.ArrowException, OSError, UnicodeDecodeError) as error:
        raise ModelError(f"{path}: not readable as Parquet ({plain(error)}); {_ENCODE}") from None
    if names != WINDOWS_SCHEMA.names:
        raise ModelError(f"{path}: expected the columns {', '.join(WINDOWS_SCHEMA.names)}; {_ENCODE}")
    return table


def _shard(path: Path, content: bytes, header: Header) -> Chains:
    try:
        chains = from_stored(load(content))
        check_chains(chains, header.vocabulary, len(header.relations), header.tail_slots)
    except (SafetensorError, UnsoundError, KeyError) as error:  # KeyError: a type that NumPy lacks
        raise ModelError(f"{path}: {plain(error)}; {_ENCODE}") from None
    return chains


def _content(path: Path, digest: object) -> bytes:
    content = _bytes(path)
    if _digest(content) != digest:
        raise ModelError(f"{path}: not the bytes that {MANIFEST_FILE} tells of: damaged, or of another run; {_ENCODE}")
    return content


def _bytes(path: Path) -> bytes:
    try:
        return read_file(path)
    except FileNotFoundError:
        raise ModelError(f"{path}: no such file; run `dvc repro encode_chains`") from None
    except OSError as error:
        raise ModelError(f"{path}: cannot be read: {error.strerror}; {_ENCODE}") from None


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
