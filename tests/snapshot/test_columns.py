import uuid
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from codegraft.errors import SnapshotError
from codegraft.snapshot.columns import (
    GraphColumns,
    IdIndex,
    SnapshotInfo,
    format_ids,
    order_edges,
    parse_ids,
    refuse_loose,
    sort_ids,
    vocabulary,
    with_parent_edges,
)
from codegraft.snapshot.kinds import PARENT

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
    with pytest.raises(SnapshotError, match=rf"^1 node ids stand twice, first \['{twice}'\]$"):
        sort_ids(matrix([twice.bytes, uuid.UUID(int=1).bytes, twice.bytes]))


def test_of_many_ids_that_stand_twice_the_first_ten_are_named():
    ids = [uuid.UUID(int=(number << 64) + 5) for number in range(12)]
    with pytest.raises(SnapshotError) as caught:
        sort_ids(matrix([value.bytes for value in [*ids, *ids[::-1]]]))
    assert str(caught.value) == f"12 node ids stand twice, first {[str(value) for value in ids[:10]]}"


def test_sorted_ids_are_one_block_of_memory():
    ordered, permutation = sort_ids(matrix([uuid.UUID(int=value).bytes for value in (3 << 64, 1 << 64, 2)]))
    assert ordered.flags.c_contiguous
    assert permutation.tolist() == [2, 1, 0]


def test_an_index_of_nothing_finds_nothing():
    assert IdIndex(matrix([])).rows(matrix([uuid.UUID(int=1).bytes] * 2)).tolist() == [-1, -1]


@given(st.lists(st.uuids(), max_size=20))
def test_ids_survive_text(ids):
    texts = [str(value) for value in ids]
    assert format_ids(parse_ids(texts)) == texts


def test_bytewise_order_is_the_order_of_the_text():
    texts = sorted(str(uuid.uuid5(uuid.NAMESPACE_OID, str(i))) for i in range(500))
    assert format_ids(sort_ids(parse_ids(texts[::-1]))[0]) == texts


def test_parse_ids_names_the_bad_one():
    with pytest.raises(SnapshotError, match=r"^node id 'nonsense' is not a UUID$"):
        parse_ids([str(uuid.UUID(int=5)), "nonsense"])


def test_ids_are_read_in_any_spelling_into_rows_of_sixteen_bytes():
    value = uuid.UUID(int=0xABCDEF << 96)
    read = parse_ids([str(value).upper(), f"{{{value}}}", value.hex])
    assert [bytes(row) for row in read] == [value.bytes] * 3
    assert (read.dtype, read.flags.writeable, parse_ids([]).shape) == (np.uint8, True, (0, 16))


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


def columns_of(parent, edges):
    """As many nodes as ``parent`` says, with edges (source, target, type)."""
    nodes = len(parent)
    source, target, kind = (np.array([edge[side] for edge in edges], np.int64) for side in range(3))
    index, types = order_edges(source, target, kind, nodes, 2)
    ids = parse_ids([str(uuid.UUID(int=number)) for number in range(nodes)])
    info, kinds = SnapshotInfo("s", "v1", "r"), np.zeros(nodes, np.int64)
    return GraphColumns(info, ids, kinds, ("Call",), index, types, ("Call", PARENT), parent=np.array(parent, np.int64))


def test_columns_know_how_much_they_hold():
    columns = columns_of([-1, 0, 0], [(2, 1, 0), (0, 0, 1)])
    assert (columns.nodes, columns.edges) == (3, 2)


@given(st.lists(st.integers(-1, 6), min_size=7, max_size=7), st.lists(st.tuples(*(st.integers(0, 6),) * 2), max_size=8))
def test_parent_edges_lead_from_each_parent_to_its_child_among_the_others(parent, calls):
    found = with_parent_edges(columns_of(parent, [(*ends, 0) for ends in calls]))
    added = [(above, child, 1) for child, above in enumerate(parent) if above >= 0]
    edges = zip(*found.edge_index.tolist(), found.edge_type.tolist(), strict=True)
    assert list(edges) == sorted([(*ends, 0) for ends in calls] + added)
    assert found.edge_type.dtype == np.int64


def test_parent_edges_need_parents():
    with pytest.raises(SnapshotError, match=r"^parent edges were asked for, but parents were not read$"):
        with_parent_edges(replace(columns_of([-1], []), parent=None))


def test_loose_ends_are_listed_with_their_number_and_what_to_do():
    with pytest.raises(SnapshotError) as caught:
        refuse_loose("edges", ["a", "b"], ["c", "d"], 7)
    assert str(caught.value) == (
        "7 edges have an end that is no node of this snapshot, first:\n  a -> c\n  b -> d\n"
        "repair the snapshot, or export with dangling=drop, which counts them in the manifest"
    )


@pytest.mark.parametrize(("nodes", "kinds"), [(0, 0), (0, 3), (4, 0)])
def test_no_edges_are_none_in_order(nodes, kinds):
    nothing = np.empty(0, np.int64)
    edge_index, edge_type = order_edges(nothing, nothing, nothing, nodes, kinds)
    assert (edge_index.shape, edge_type.shape) == ((2, 0), (0,))
