"""Chains on disk."""

import hashlib
import json
from dataclasses import replace

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from codegraft.errors import ModelError
from codegraft.graphmer.chains import shards
from codegraft.graphmer.chains.chains import Chains
from codegraft.graphmer.chains.shards import (
    MANIFEST_FILE,
    WINDOWS_FILE,
    WINDOWS_SCHEMA,
    Header,
    read_chains,
    write_chains,
)
from codegraft.graphmer.chains.soundness import UnsoundError, check_chains
from tests.graphmer.chains.chain_cases import random_chains
from tests.graphmer.chains.chain_graphs import MANY, RELATIONS, TAIL_SLOTS, VOCABULARY

HEADER = Header(
    vocabulary=VOCABULARY,
    tokenizer="0" * 64,
    relations=tuple("abcd"[:RELATIONS]),
    roots=6,
    tail_slots=TAIL_SLOTS,
    groups_per_anchor=4,
)
FEW = replace(HEADER, vocabulary=50, relations=tuple("abcde"), tail_slots=4, roots=40)
SHARD = "shard-00000.safetensors"


def windows_of(chains):
    row = {"repository": "r", "file": "a.py", "language": "python", "start": 0, "end": 9, "part": "train"}
    return pa.Table.from_pylist([row] * len(chains), WINDOWS_SCHEMA)


def same(one, other):
    return all(np.array_equal(column, other.arrays()[name]) for name, column in one.arrays().items())


@settings(max_examples=25)
@given(chains=MANY, shard_windows=st.integers(1, 3))
def test_what_was_written_is_read(tmp_path_factory, chains, shard_windows):
    place = tmp_path_factory.mktemp("chains") / "data"
    packed = Chains.pack(chains)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shards, "SHARD_WINDOWS", shard_windows)
        write_chains(place, packed, windows_of(chains), HEADER)
    stored = read_chains(place)
    assert same(stored.chains, packed)
    assert stored.windows.equals(windows_of(chains))
    assert stored.header == HEADER
    assert len(list(place.glob("shard-*"))) == max(1, -(-len(chains) // shard_windows))


@pytest.fixture
def place(tmp_path):
    chains = random_chains(3, 5)
    write_chains(tmp_path / "data", chains, windows_of(chains), FEW)
    return tmp_path / "data"


def test_equal_chains_give_equal_bytes(place, tmp_path):
    chains = random_chains(3, 5)
    write_chains(tmp_path / "again", chains, windows_of(chains), FEW)
    for file in place.iterdir():
        assert file.read_bytes() == (tmp_path / "again" / file.name).read_bytes()
        assert file.stat().st_mode == (tmp_path / "again" / MANIFEST_FILE).stat().st_mode


def test_the_manifest_tells_the_bytes_of_every_other_file(place):
    manifest = json.loads((place / MANIFEST_FILE).read_text())
    others = [file for file in place.iterdir() if file.name != MANIFEST_FILE]
    assert manifest["files"] == {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in others}


@pytest.mark.parametrize("name", [SHARD, WINDOWS_FILE, MANIFEST_FILE])
def test_a_missing_file_is_named(place, name):
    (place / name).unlink()
    with pytest.raises(ModelError, match=rf"{name}: no such file; run `dvc repro encode_chains`"):
        read_chains(place)


@pytest.mark.parametrize("name", [SHARD, WINDOWS_FILE])
@pytest.mark.parametrize("harm", [lambda data: data[:-1], lambda data: data[:80] + b"x" + data[81:], lambda _: b""])
def test_a_damaged_file_is_named(place, name, harm):
    file = place / name
    file.write_bytes(harm(file.read_bytes()))
    with pytest.raises(ModelError, match=rf"{name}: not the bytes that manifest.json tells of"):
        read_chains(place)


@pytest.mark.parametrize(
    ("harm", "message"),
    [
        (lambda _: [], "as a whole: .* object, found"),
        (lambda manifest: manifest | {"format": 1}, "format: Input should be 2, found 1"),
        (lambda manifest: manifest | {"files": {}}, "files: .* windows.parquet and a shard at least"),
        (lambda manifest: manifest | {"files": []}, "files: .*object, found"),
        (lambda manifest: manifest | {"files": {"../a": "0" * 64}}, r"files.*\.\./a.*pattern"),
        (lambda manifest: manifest | {"files": {WINDOWS_FILE: 7}}, r"files.windows.parquet: .*string, found 7"),
        (
            lambda manifest: {key: value for key, value in manifest.items() if key != "relations"},
            "relations: Field req",
        ),
        (lambda manifest: manifest | {"relations": 3}, "relations: .*, found 3"),
        (lambda manifest: manifest | {"relations": ["calls", None]}, "relations.1: .*string, found None"),
        (lambda manifest: manifest | {"vocabulary": "50"}, "vocabulary: .*integer, found '50'"),
        (lambda manifest: manifest | {"tail_slots": None}, "tail_slots: .*integer, found None"),
        (lambda manifest: manifest | {"roots": 0}, "roots: .*greater than or equal to 1, found 0"),
        (lambda manifest: manifest | {"tokenizer": "me"}, "tokenizer: .*pattern.*, found 'me'"),
        (lambda manifest: manifest | {"windows": "5"}, "windows: .*integer, found '5'"),
        (lambda manifest: manifest | {"colour": "red"}, "colour: .*not permitted, found 'red'"),
        (lambda manifest: manifest | {"windows": 4}, "tells of 4 windows, windows.parquet of 5"),
        (lambda manifest: manifest | {"vocabulary": 20}, "tokens holds a value"),
    ],
)
def test_another_manifest_is_refused(place, harm, message):
    file = place / MANIFEST_FILE
    file.write_text(json.dumps(harm(json.loads(file.read_text()))))
    with pytest.raises(ModelError, match=f"{message}.*make them again: `dvc repro --force encode_chains`"):
        read_chains(place)


def test_a_manifest_that_is_no_json_is_refused(place):
    (place / MANIFEST_FILE).write_text("{")
    with pytest.raises(ModelError, match=r"manifest.json: as a whole: Invalid JSON.*make them again"):
        read_chains(place)


def test_nothing_is_written_if_something_is_wrong(place):
    before = {file.name: file.read_bytes() for file in place.iterdir()}
    chains = random_chains(4, 5)
    with pytest.raises(ValueError, match="5 windows need as many rows"):
        write_chains(place, chains, windows_of(chains).slice(1), FEW)
    with pytest.raises(UnsoundError, match="tokens"):
        write_chains(place, chains, windows_of(chains), replace(FEW, vocabulary=8))
    assert {file.name: file.read_bytes() for file in place.iterdir()} == before
    assert [file.name for file in place.parent.iterdir()] == [place.name]


SOUND = random_chains(3, 5)


def with_value(name, place, value):
    column = getattr(SOUND, name).copy()
    column[place] = value
    return replace(SOUND, **{name: column})


@pytest.mark.parametrize(
    ("chains", "message"),
    [
        (replace(SOUND, tokens=SOUND.tokens.astype(np.int64)), "tokens is int64, expected int32"),
        (replace(SOUND, tokens=SOUND.tokens[1:]), "root_offsets does not ascend"),
        (with_value("root_offsets", 0, 1), "root_offsets does not ascend from 0"),
        (with_value("group_offsets", 2, 10_000), "group_offsets does not ascend"),
        (replace(SOUND, part=SOUND.part[1:]), "part has the shape"),
        (replace(SOUND, splits=SOUND.splits[:, :2]), "splits has the shape"),
        (replace(SOUND, mention_stop=SOUND.mention_stop[1:]), "mention_stop has the shape"),
        (with_value("tokens", 4, -1), "tokens holds a value"),
        (with_value("tokens", 4, 50), "tokens holds a value"),
        (with_value("token_end", 4, -5), "token_end precedes"),
        (with_value("token_end", 4, SOUND.token_end[4] + 1), "token_start is not where"),
        *((with_value(name, 0, -1), f"{name} holds a value below 0") for name in ("window", "token_start", "triple")),
        *((with_value(name, 0, -1), f"{name} holds a value below 0") for name in ("head_entity", "tail_entity")),
        (with_value("part", 1, 9), "part holds a value"),
        (with_value("anchor", 0, 4000), "anchor holds a value"),
        (with_value("head_length", 0, 0), "head_length holds a value"),
        (with_value("head_length", 0, 4000), "head_length holds a value"),
        (with_value("relation", 0, 0), "relation holds a value"),
        (with_value("relation", 0, 6), "relation holds a value"),
        (with_value("tail_tokens", 0, 50), "tail_tokens holds a value"),
        (with_value("mention_stop", 0, 4000), "mention_stop holds a value"),
        (with_value("mention_start", 0, -1), "mention_start holds a value"),
        (with_value("mention_start", 0, SOUND.mention_stop[0]), "mention_start holds a value"),
        (with_value("tail_offsets", slice(1, None), SOUND.tail_offsets[-1]), "the length of a tail"),
        (replace(SOUND, anchor=SOUND.anchor[::-1].copy(), head_length=np.ones_like(SOUND.anchor)), "anchor|sorted"),
    ],
)
def test_columns_that_contradict_each_other_are_refused(chains, message):
    with pytest.raises(UnsoundError, match=message):
        check_chains(chains, 50, 5, 4)


def test_a_row_too_many_in_a_shard_is_refused(place):
    """A shard of another run whose digest somebody wrote into the manifest."""
    manifest = json.loads((place / MANIFEST_FILE).read_text())
    content = (place / SHARD).read_bytes()[:-8]
    (place / SHARD).write_bytes(content)
    manifest["files"][SHARD] = hashlib.sha256(content).hexdigest()
    (place / MANIFEST_FILE).write_text(json.dumps(manifest))
    with pytest.raises(ModelError, match=SHARD):
        read_chains(place)


def test_a_directory_that_cannot_be_written_is_named(tmp_path):
    (tmp_path / "data").write_text("a file")
    chains = random_chains(3, 5)
    with pytest.raises(ModelError, match=r"data/chains: cannot be written .*; make room, then make them again"):
        write_chains(tmp_path / "data/chains", chains, windows_of(chains), FEW)
