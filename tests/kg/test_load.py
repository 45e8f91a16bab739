import pytest
from hypothesis import given
from hypothesis import strategies as st

from codegraft.errors import KnowledgeGraphError
from codegraft.kg.load import load_kg, select, with_inverses
from codegraft.kg.store import ENTITIES_SCHEMA, TRIPLES_ORDER, TRIPLES_SCHEMA, WORDS, canonical, write_kg
from tests.kg.graphs import graphs, random_graph, small_graph


def statements(kg):
    return [(row["head"], row["relation"], row["tail"]) for row in kg.triples.to_pylist()]


@pytest.fixture
def place(tmp_path):
    kg = small_graph()
    write_kg(tmp_path, kg.triples, kg.entities, {"files": 3})
    return tmp_path


def test_without_wishes_all_is_loaded(place):
    kg = load_kg(place)
    assert kg.triples.to_pylist() == small_graph().triples.to_pylist()
    assert kg.entities.to_pylist() == small_graph().entities.to_pylist()
    assert kg.manifest["files"] == 3


def test_relations_are_kept_with_all_entities(place):
    kg = load_kg(place, relations=["contains", "declares"])
    assert [relation for _, relation, _ in statements(kg)] == ["contains", "declares", "contains"]
    assert kg.entities.equals(load_kg(place).entities)


def test_a_repository_is_kept_with_what_it_refers_to(place):
    kg = load_kg(place, repositories=["tool"])
    assert statements(kg) == [
        ("tool:run", "contains", "tool:run.main"),
        ("tool:run.main", "calls", "shop:cart.total"),
        ("tool:run.main", "invokes", "<builtin>:print"),
    ]
    assert kg.entities["id"].to_pylist() == ["<builtin>:print", "shop:cart.total", "tool:run", "tool:run.main"]


def test_an_entity_of_the_repository_stays_without_a_triple(place):
    assert "shop:cart.alone" in load_kg(place, repositories=["shop"]).entities["id"].to_pylist()


@given(st.sets(st.integers(0, 39), min_size=1, max_size=5), st.sets(st.integers(0, 19), min_size=1, max_size=5))
def test_a_selection_holds_the_rows_that_were_asked_for(chosen, wanted):
    kg = random_graph(400, 200)
    repositories, relations = {f"repo{i}" for i in chosen}, {f"relation{i:06}" for i in wanted}
    part = select(kg, repositories, relations)
    rows = [row for row in kg.triples.to_pylist() if row["repository"] in repositories and row["relation"] in relations]
    ends = {row[end] for row in rows for end in ("head", "tail")}
    assert part.triples.to_pylist() == rows
    assert part.entities.to_pylist() == [
        row for row in kg.entities.to_pylist() if row["repository"] in repositories or row["id"] in ends
    ]


def test_what_is_not_there_is_named_with_what_is(place):
    with pytest.raises(KnowledgeGraphError, match=r"no repository shoe in the graph; it holds shop, tool$"):
        load_kg(place, repositories=["shop", "shoe"])
    with pytest.raises(KnowledgeGraphError, match=r"no relation call in the graph; it holds calls, contains, .*"):
        load_kg(place, relations=["call"])


def test_an_inverse_stands_beside_what_it_is_derived_from(place):
    kg = load_kg(place, inverses={"defines": "defined_in", "tests": "tested_by"})
    assert ("shop:cart.py", "defines", "shop:cart.Cart") in statements(kg)
    rows = {row["relation"]: row for row in kg.triples.to_pylist()}
    turned = {"head": "tail", "tail": "head", "head_type": "tail_type", "tail_type": "head_type"}
    assert rows["defined_in"] == {
        name: "defined_in" if name == "relation" else rows["defines"][turned.get(name, name)]
        for name in rows["defines"]
    }


@given(graphs())
def test_inverses_are_those_of_each_row_and_all_are_sorted(kg):
    both = with_inverses(kg, {"defines": "defined_in", "uses": "used_by"})
    expected = statements(kg)
    expected += [(t, "defined_in", h) for h, r, t in expected if r == "defines"]
    expected += [(t, "used_by", h) for h, r, t in expected if r == "uses"]
    assert sorted(statements(both)) == sorted(expected)
    rows = [[row[key] for key in TRIPLES_ORDER] for row in both.triples.to_pylist()]
    assert rows == sorted(rows)


def test_a_stored_relation_is_not_derived():
    with pytest.raises(KnowledgeGraphError, match="calls is stored, so it cannot be derived"):
        with_inverses(small_graph(), {"defines": "calls"})


def test_parts_are_as_tidy_as_the_whole(place):
    """One chunk, sorted dictionaries without unused words: what others rely on."""
    kg = load_kg(place, repositories=["tool"], relations=["calls", "called_by"], inverses={"calls": "called_by"})
    for table, schema in ((kg.triples, TRIPLES_SCHEMA), (kg.entities, ENTITIES_SCHEMA)):
        tidy = canonical(table, schema, "table")
        for found, expected in zip(table.columns, tidy.columns, strict=True):
            assert found.num_chunks == 1
            if found.type == WORDS:
                assert found.chunk(0).dictionary.equals(expected.chunk(0).dictionary)


def test_a_derived_relation_can_be_asked_for(place):
    kg = load_kg(place, relations=["defined_in"], inverses={"defines": "defined_in"})
    assert statements(kg) == [("shop:cart.Cart", "defined_in", "shop:cart.py")]


@pytest.mark.parametrize("wish", ["relations", "repositories"])
def test_a_single_text_is_no_collection(place, wish):
    with pytest.raises(KnowledgeGraphError, match=r"expected a collection of names, found the text 'calls'"):
        load_kg(place, **{wish: "calls"})
