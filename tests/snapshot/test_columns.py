import uuid

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from codegraft.errors import SnapshotError
from codegraft.snapshot.columns import IdIndex, format_ids, order_edges, parse_ids, sort_ids, vocabulary

spread = st.uuids().map(lambda value: value.bytes)
crowded = st.integers(0, 40).map(lambda value: uuid.UUID(int=(7 << 64) + value).bytes)  # one first half for all
mixed = st.tuples(st.integers(0, 3), st.integers(0, 3)).map(lambda t: uuid.UUID(int=(t[0] << 64) + t[1]).bytes)
id_lists = st.one_of(*(st.lists(kind, max_size=60) for kind in (spread, crowded, mixed)))


def matrix(ids):
    return np.frombuffer(b"".join(ids), np.uint8).reshape(-1, 16)


@given(id_lists)
def test_sort_ids_orders_as_bytes_do(ids):
    ids = list(dict.fromkeys(ids))
    ordered, permutation = sort_ids(matrix(ids))
    assert [bytes(row) for row in ordered] == sorted(ids)
    assert [ids[i] for i in permutation] == sorted(ids)


@given(id_lists, id_lists)
def test_id_index_finds_what_a_dict_finds(ids, wanted):
    ids = sorted(set(ids))
    position = {value: row for row, value in enumerate(ids)}
    rows = IdIndex(matrix(ids)).rows(matrix(wanted + ids))
    assert rows.tolist() == [position.get(value, -1) for value in wanted + ids]


def test_id_index_takes_the_binary_search_for_time_ordered_ids():
    ids = [uuid.UUID(int=(1700000000000 + i) << 80 | 7 << 76 | i).bytes for i in range(5000)]
    rows = IdIndex(matrix(ids)).rows(matrix(ids[::-1]))
    assert rows.tolist() == list(range(5000))[::-1]


def test_an_id_that_stands_twice_is_named():
    twice = uuid.UUID(int=77 << 64)
    with pytest.raises(SnapshotError, match=str(twice)):
        sort_ids(matrix([twice.bytes, uuid.UUID(int=1).bytes, twice.bytes]))


@given(st.lists(st.uuids(), max_size=20))
def test_ids_survive_text(ids):
    texts = [str(value) for value in ids]
    assert format_ids(parse_ids(texts)) == texts


def test_bytewise_order_is_the_order_of_the_text():
    texts = sorted(str(uuid.uuid5(uuid.NAMESPACE_OID, str(i))) for i in range(500))
    assert format_ids(sort_ids(parse_ids(texts[::-1]))[0]) == texts


def test_parse_ids_names_the_bad_one():
    with pytest.raises(SnapshotError, match="'nonsense'"):
        parse_ids([str(uuid.uuid4()), "nonsense"])


edges = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9), st.integers(0, 2)), max_size=50)


@given(edges, st.sampled_from([10, 2**40]))
def test_order_edges_sorts_and_keeps_repeats(triples, nodes):
    """2**40 nodes do not fit the single sort key, which takes the other branch."""
    source, target, kind = (np.array([t[i] for t in triples], np.int64) for i in range(3))
    edge_index, edge_type = order_edges(source, target, kind, nodes, 3)
    assert list(zip(*edge_index.tolist(), edge_type.tolist(), strict=True)) == sorted(triples)


@given(st.lists(st.sampled_from("abcxyz")))
def test_listed_names_keep_their_codes_whatever_is_present(names):
    words = vocabulary(names, ("z", "a"))
    assert words[:2] == ("z", "a")
    assert list(words[2:]) == sorted(set(names) - {"a", "z"})
