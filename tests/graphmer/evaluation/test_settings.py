import numpy as np
import pyarrow as pa
import pytest

from codegraft.errors import ModelError
from codegraft.graphmer.evaluation.settings import SETTINGS, draw_questions, seen_triples

PARTS = ("train", "valid", "test", "dropped")


def splits(rows):
    """Of triples given by their parts in the transductive, file- and repository-inductive splits."""
    kinds = ("transductive", "file_inductive", "repository_inductive")
    columns = zip(kinds, zip(*rows, strict=True), strict=True)
    return pa.table({kind: pa.array(parts).dictionary_encode() for kind, parts in columns})


def all_parts():
    return splits([(one, two, three) for one in PARTS for two in PARTS for three in PARTS])


def test_seen_is_what_the_transductive_split_trains_on():
    assert np.flatnonzero(seen_triples(all_parts())).tolist() == list(range(16))


def test_settings_ask_for_hidden_triples_by_where_code_was_learned():
    table = all_parts()
    rows = table.to_pylist()
    drawn = {setting: [tuple(rows[row].values()) for row in of] for setting, of in draw_questions(table, 99, 0).items()}
    assert drawn == {
        "transductive": [("test", "train", "train")],
        "file_inductive": [("test", "test", "train")],
        "repository_inductive": [("test", part, "test") for part in PARTS],
    }


def test_nobody_is_asked_for_what_is_seen_or_asked_twice():
    table = all_parts()
    drawn = np.concatenate(list(draw_questions(table, 99, 0).values()))
    assert len(np.unique(drawn)) == len(drawn)
    assert not seen_triples(table)[drawn].any()


def test_a_draw_depends_on_its_seed_alone_and_keeps_the_order_of_rows():
    table = splits([("test", "train", "train"), ("test", "test", "train"), ("test", "test", "test")] * 50)
    first, again, other = (draw_questions(table, 10, seed) for seed in (0, 0, 1))
    assert list(first) == list(SETTINGS)
    for setting, rows in first.items():
        assert len(rows) == 10
        assert (np.diff(rows) > 0).all()
        np.testing.assert_array_equal(rows, again[setting])
        assert rows.tolist() != other[setting].tolist()


def test_a_setting_without_triples_is_named():
    with pytest.raises(ModelError, match="setting file_inductive: the splits hide no triple"):
        draw_questions(splits([("test", "train", "train"), ("test", "test", "test")]), 10, 0)
