"""Splits say which triples they are of."""

import pyarrow as pa
import pytest

from codegraft.errors import KnowledgeGraphError
from codegraft.kg.splits.table import SPLITS_FILE, read_splits, write_splits
from codegraft.kg.store import TRIPLES_FILE, write_kg
from tests.kg.graphs import random_graph, small_graph

SPLITS = pa.table({"transductive": ["train", "test"]})


@pytest.fixture
def place(tmp_path):
    kg = small_graph()
    digests = write_kg(tmp_path / "kg", kg.triples, kg.entities, {})
    write_splits(tmp_path / "kg", SPLITS, digests[TRIPLES_FILE])
    return tmp_path / "kg"


def test_what_was_written_is_read(place):
    assert read_splits(place).to_pydict() == SPLITS.to_pydict()


def test_splits_of_other_triples_are_refused(place):
    kg = random_graph(20, 10)
    write_kg(place, kg.triples, kg.entities, {})
    with pytest.raises(KnowledgeGraphError, match="not the splits of the triples"):
        read_splits(place)


def test_splits_that_are_damaged_or_missing_are_refused(place):
    (place / SPLITS_FILE).write_bytes(b"no parquet")
    with pytest.raises(KnowledgeGraphError, match="cannot be read"):
        read_splits(place)
    (place / SPLITS_FILE).unlink()
    with pytest.raises(KnowledgeGraphError, match="cannot be read"):
        read_splits(place)
