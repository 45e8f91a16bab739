"""The stage, in a directory of its own."""

import json
import shutil

import pyarrow.parquet as pq
import pytest
import yaml

from codegraft.errors import KnowledgeGraphError, ModelError, SourceError
from codegraft.graphmer.chains.shards import read_chains
from codegraft.graphmer.chains.tokenizer import CodeTokenizer
from codegraft.kg.splits.table import write_splits
from codegraft.kg.store import TRIPLES_FILE, write_kg
from codegraft.sources import SCHEMA
from codegraft.stages import encode_chains
from tests.graphmer.chains import corpora


@pytest.fixture
def place(tmp_path, monkeypatch):
    """What the stages before have left."""
    corpus = corpora.small()
    params = yaml.safe_load((corpora.ROOT / "params.yaml").read_text(encoding="utf-8"))
    params["chains"] |= {"vocabulary": 512, "roots": 96, "tail_slots": 6}
    params["kg"]["near_duplicates"] = 1.0
    (tmp_path / "params.yaml").write_text(yaml.safe_dump(params), encoding="utf-8")
    (tmp_path / "data").mkdir()
    shutil.copy2(corpora.ROOT / "data/ontology.yaml", tmp_path / "data")
    pq.write_table(corpus.sources.cast(SCHEMA), tmp_path / "data/sources.parquet")
    digests = write_kg(tmp_path / "data/kg", corpus.graph.triples, corpus.graph.entities, corpus.graph.manifest)
    write_splits(tmp_path / "data/kg", corpus.splits, digests[TRIPLES_FILE])
    monkeypatch.chdir(tmp_path)
    return tmp_path


def outputs(place):
    files = [*place.glob("data/chains/*"), *place.glob("models/tokenizer/*"), place / "metrics/chains.json"]
    return {file.relative_to(place).as_posix(): file.read_bytes() for file in files}


def test_sources_and_graph_become_chains_a_tokenizer_and_figures(place):
    encode_chains.main()
    stored, tokenizer = read_chains("data/chains"), CodeTokenizer.load("models/tokenizer")
    figures = json.loads((place / "metrics/chains.json").read_text())
    assert stored.header.tokenizer == tokenizer.digest
    assert sum(figures["windows"].values()) == len(stored.chains) > 0
    assert not any(figures["leaks"].values())


def test_a_second_run_gives_the_same_bytes(place):
    encode_chains.main()
    first = outputs(place)
    encode_chains.main()
    assert outputs(place) == first
    assert len(first) > 3


@pytest.mark.parametrize(
    ("file", "error"),
    [
        ("data/sources.parquet", SourceError),
        ("data/kg/splits.parquet", KnowledgeGraphError),
        ("data/kg/triples.parquet", KnowledgeGraphError),
    ],
)
def test_a_missing_input_is_named_and_nothing_is_written(place, file, error):
    (place / file).unlink()
    with pytest.raises(error, match=file.rpartition("/")[2]):
        encode_chains.main()
    assert not (place / "models").exists()
    assert not (place / "data/chains").exists()


def test_a_graph_of_other_sources_is_refused(place):
    table = pq.read_table(place / "data/sources.parquet")
    pq.write_table(table.slice(1).cast(SCHEMA), place / "data/sources.parquet")
    with pytest.raises(KnowledgeGraphError, match="built of other sources"):
        encode_chains.main()


def test_leaks_stop_it_before_anything_is_written(place, monkeypatch):
    monkeypatch.setattr(encode_chains, "audit_chains", lambda *_: {"copies": 2})
    with pytest.raises(ModelError, match="2 copies"):
        encode_chains.main()
    assert not (place / "models").exists()
    assert not (place / "data/chains").exists()
