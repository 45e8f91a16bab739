"""Readers of what stages leave for each other: chains, graphs, features, vocabularies, indices, tokenizers."""

import hashlib
import json
import random
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import pyarrow as pa
import pyarrow.parquet as pq

from benchmarks.fuzz.mutate_bytes import changed
from benchmarks.fuzz.mutate_tensors import tensors
from benchmarks.fuzz.mutate_values import altered_json
from benchmarks.fuzz.target import Input, Target, file_target, put
from codegraft.graphmer.chains.shards import read_chains, write_chains
from codegraft.graphmer.chains.tokenizer import CodeTokenizer
from codegraft.graphmer.search.ranker import load_ranker, save_ranker
from codegraft.graphsage.known import load_known
from codegraft.kg.load import load_kg
from codegraft.kg.store import write_kg
from codegraft.programs.packed import pack
from codegraft.programs.packed_files import load_packed, save_packed
from codegraft.programs.vocabulary import Vocabularies, read_vocabularies, write_vocabularies
from tests.graphmer.chains.chain_cases import random_chains
from tests.graphmer.chains.test_shards import FEW, windows_of
from tests.graphmer.search.search_cases import ranker, tokenizer
from tests.graphsage.served import write_known
from tests.kg.graphs import small_graph
from tests.programs.test_packed import random_graph

Draw = Callable[[random.Random], bytes]

_SHARD: Final = "shard-00000.safetensors"


def targets() -> Iterator[Target]:
    """All of them. Directories whose manifest holds digests get the digest of what was changed: who can change a file
    can change its digest."""
    with TemporaryDirectory() as made:
        place = Path(made)
        yield from _graphs(place)
        yield from _chains(place)
        yield from _search(place)
        yield from _programs(place)


def _graphs(place: Path) -> Iterator[Target]:
    kg = small_graph()
    write_kg(place / "kg", kg.triples, kg.entities, kg.manifest)
    for name in ("triples.parquet", "entities.parquet"):
        yield _directory(
            "kg " + name,
            place / "kg",
            name,
            partial(_parquet, name=name, whole=(place / "kg" / name).read_bytes()),
            load_kg,
            ("tables", name),
        )
    yield _directory("kg manifest", place / "kg", "manifest.json", _json_of(place / "kg/manifest.json"), load_kg)


def _chains(place: Path) -> Iterator[Target]:
    chains = random_chains(3, 5)
    write_chains(place / "chains", chains, windows_of(chains), FEW)
    shard = [(place / "chains" / _SHARD).read_bytes()]
    draw = partial(tensors, valid=shard, described=None)
    yield _directory("chains shard", place / "chains", _SHARD, draw, read_chains, ("files", _SHARD))
    windows = (place / "chains/windows.parquet").read_bytes()
    yield _directory(
        "chains windows",
        place / "chains",
        "windows.parquet",
        partial(_parquet, name="", whole=windows),
        read_chains,
        ("files", "windows.parquet"),
    )
    yield _directory(
        "chains manifest", place / "chains", "manifest.json", _json_of(place / "chains/manifest.json"), read_chains
    )


def _search(place: Path) -> Iterator[Target]:
    save_ranker(place / "search", ranker())
    read = partial(load_ranker, tokenizer=tokenizer())
    draw = partial(tensors, valid=[(place / "search/model.safetensors").read_bytes()], described=None)
    yield _directory("search embedding", place / "search", "model.safetensors", draw, read)
    yield _directory("search config", place / "search", "config.json", _json_of(place / "search/config.json"), read)
    tokenizer().save(place / "tokenizer")
    yield _directory(
        "tokenizer", place / "tokenizer", "tokenizer.json", _json_of(place / "tokenizer/tokenizer.json"), _use_tokenizer
    )


def _use_tokenizer(directory: Path) -> None:
    CodeTokenizer.load(directory).encode(["def area(self): return 1", "\u00e9\0"])


def _programs(place: Path) -> Iterator[Target]:
    save_packed(pack([random_graph(seed, 3, 4) for seed in range(3)]), place / "p.safetensors", "5ce7")
    yield _described("programs", place / "p.safetensors", "manifest", partial(load_packed, schema="5ce7"))
    write_known(place / "known.safetensors")
    yield _described("known programs", place / "known.safetensors", "programs", load_known)
    write_vocabularies(place / "v.json", Vocabularies({"os": 9, "re": 7}, {"off_by_one": 8}))
    whole = (place / "v.json").read_bytes()
    yield file_target("vocabulary", "v.json", [whole], _json_of(place / "v.json"), read_vocabularies)


def _described(name: str, file: Path, entry: str, read: Callable[[Path], object]) -> Target:
    whole = [file.read_bytes()]
    return file_target(name, file.name, whole, partial(tensors, valid=whole, described=entry), read)


def _json_of(file: Path) -> Draw:
    value = json.loads(file.read_text(encoding="utf-8"))
    return lambda draws: altered_json(draws, value)


def _parquet(draws: random.Random, name: str, whole: bytes) -> bytes:
    """A table of other columns, types or rows; or one whose bytes lie, most often those of its footer."""
    if draws.random() < 0.6:
        footer = int.from_bytes(whole[-8:-4], "little") + 8
        if draws.random() < 0.6:
            return whole[:-footer] + changed(draws, whole[-footer:-8], [whole], 2) + whole[-8:]
        return changed(draws, whole, [whole])
    table = pq.read_table(pa.BufferReader(whole))
    at = draws.randrange(table.num_columns)
    field = table.schema.field(at)
    odd: pa.Array = pa.array(
        draws.choice(([None], [2**62], ["\0" * 9], [b"\xff"], [[1]], [float("nan")], [-1])) * len(table)
    )
    match draws.randrange(5):
        case 0:
            table = table.remove_column(at)
        case 1:
            table = table.set_column(at, field.name, odd)
        case 2:
            table = table.append_column(draws.choice(("new", field.name)), table.column(at))
        case 3:
            table = pa.concat_tables([table] * draws.choice((2, 50))) if draws.random() < 0.7 else table.slice(0, 0)
        case _:
            table = table.take(pa.array([draws.randrange(len(table)) for _ in range(draws.randrange(9))], pa.int64()))
    sink = pa.BufferOutputStream()
    pq.write_table(table, sink)
    return sink.getvalue().to_pybytes()


def _directory(
    name: str, made: Path, file: str, draw: Draw, read: Callable[[Path], object], digest: tuple[str, str] | None = None
) -> Target:  # fmt: skip
    """A target that reads a directory of which one file is drawn; its digest is put into the manifest."""
    files = {path.name: path.read_bytes() for path in made.iterdir()}
    manifest = json.loads(files["manifest.json"]) if digest else None

    def read_file(path: Path) -> None:
        read(path.parent)

    inner = file_target(name, file, [files[file]], draw, read_file)

    def read_all(inputs: list[Input], place: Path) -> None:
        for other, content in files.items():
            if other != file and not (place / other).exists():
                put(place / other, content)
        if digest and manifest:
            (content,) = inputs
            manifest[digest[0]][digest[1]] = hashlib.sha256(content if isinstance(content, bytes) else b"").hexdigest()
            put(place / "manifest.json", json.dumps(manifest).encode())
        inner.read(inputs, place)

    return Target(name, inner.draw, read_all, inner.valid)
