import hashlib
import json
from concurrent.futures import ThreadPoolExecutor

import duckdb
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from codegraft.errors import KnowledgeGraphError
from codegraft.kg import store
from codegraft.kg.store import (
    ENTITIES_FILE,
    ENTITIES_SCHEMA,
    MANIFEST_FILE,
    TRIPLES_FILE,
    TRIPLES_SCHEMA,
    WORDS,
    canonical,
    read_kg,
    write_kg,
)
from tests.kg.graphs import entity, graphs, random_graph, small_graph, tables, triple, written

FILES = (TRIPLES_FILE, ENTITIES_FILE, MANIFEST_FILE)


def contents(directory):
    return {name: (directory / name).read_bytes() for name in FILES}


@pytest.fixture
def place(tmp_path):
    kg = small_graph()
    write_kg(tmp_path / "kg", kg.triples, kg.entities, {"files": 3})
    return tmp_path / "kg"


def test_what_was_written_is_read(place):
    kg, read = small_graph(), read_kg(place)
    assert read.triples.to_pylist() == kg.triples.to_pylist()
    assert read.entities.to_pylist() == kg.entities.to_pylist()
    assert (read.triples.schema, read.entities.schema) == (TRIPLES_SCHEMA, ENTITIES_SCHEMA)
    assert read.manifest["files"] == 3


@given(graphs())
def test_any_strings_come_back(tmp_path_factory, kg):
    read = written(tmp_path_factory.mktemp("kg"), kg)
    assert (read.triples.to_pylist(), read.entities.to_pylist()) == (kg.triples.to_pylist(), kg.entities.to_pylist())


def test_an_empty_graph_comes_back(tmp_path):
    kg = written(tmp_path, type(small_graph())(*tables([], []), {}))
    assert (len(kg.triples), len(kg.entities)) == (0, 0)
    assert (kg.triples.schema, kg.entities.schema) == (TRIPLES_SCHEMA, ENTITIES_SCHEMA)


def test_several_row_groups_come_back_as_one_chunk(tmp_path, monkeypatch):
    monkeypatch.setattr(store, "_ROW_GROUP", 3)
    kg = small_graph()
    read = written(tmp_path, kg)
    assert pq.ParquetFile(tmp_path / TRIPLES_FILE).num_row_groups > 1
    assert read.triples.equals(canonical(kg.triples, TRIPLES_SCHEMA, "triples"))


def other_codes(table, rng):
    """The same rows with shuffled, doubled and unused words, cut into chunks."""

    def column(array):
        if array.type != WORDS:
            return array
        values = [*array.dictionary.to_pylist() * 2, "unused"]
        order = rng.permutation(len(values))
        copy = rng.integers(0, 2, len(array)) * len(array.dictionary)
        codes = np.argsort(order)[array.indices.to_numpy() + copy]
        return pa.DictionaryArray.from_arrays(pa.array(codes, pa.int32()), [values[i] for i in order])

    parts = table[: (cut := rng.integers(0, len(table) + 1))], table[cut:]
    return pa.concat_tables(
        pa.table([column(array.combine_chunks()) for array in part.columns], table.schema)
        for part in parts
        if len(part)
    )


@given(st.integers(0, 2**32 - 1))
def test_equal_rows_give_equal_bytes_whatever_their_codes(tmp_path_factory, seed):
    rng, kg = np.random.default_rng(seed), small_graph()
    one, two = tmp_path_factory.mktemp("one"), tmp_path_factory.mktemp("two")
    write_kg(one, kg.triples, kg.entities, {"b": 1, "a": 2})
    write_kg(two, other_codes(kg.triples, rng), other_codes(kg.entities, rng), {"a": 2, "b": 1})
    assert contents(one) == contents(two)


def test_large_dictionaries_stay_dictionaries(tmp_path):
    """Parquet may give them up beyond a megabyte and spell out the rows."""
    kg = random_graph(60_000, 30_000)
    write_kg(tmp_path, kg.triples, kg.entities, {})
    head = pq.ParquetFile(tmp_path / TRIPLES_FILE).metadata.row_group(0).column(0)
    assert head.path_in_schema == "head"
    assert head.total_uncompressed_size < sum(map(len, kg.triples["head"].to_pylist()))


def test_other_files_in_the_directory_stay(place):
    (place / "notes.txt").write_text("mine")
    kg = small_graph()
    write_kg(place, kg.triples[:2], kg.entities, {})
    assert sorted(path.name for path in place.iterdir()) == sorted([*FILES, "notes.txt"])
    assert len(read_kg(place).triples) == 2


def test_a_failure_leaves_the_old_graph(place, monkeypatch):
    before, kg = contents(place), small_graph()
    with pytest.raises(ValueError, match="JSON compliant"):
        write_kg(place, kg.triples[:2], kg.entities, {"ratio": float("nan")})
    assert contents(place) == before
    assert sorted(path.name for path in place.iterdir()) == sorted(FILES)


def test_a_graph_is_there_only_when_its_tables_are(tmp_path):
    (tmp_path / TRIPLES_FILE).mkdir()
    kg = small_graph()
    with pytest.raises(KnowledgeGraphError, match="cannot be written"):
        write_kg(tmp_path, kg.triples, kg.entities, {})
    assert [path.name for path in tmp_path.iterdir()] == [TRIPLES_FILE]


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_named(place, name):
    (place / name).unlink()
    with pytest.raises(KnowledgeGraphError, match=f"{name}: no such file; build it again"):
        read_kg(place)


@pytest.mark.parametrize("name", [TRIPLES_FILE, ENTITIES_FILE])
def test_a_truncated_table_is_refused(place, name):
    content = (place / name).read_bytes()
    (place / name).write_bytes(content[: len(content) // 2])
    with pytest.raises(KnowledgeGraphError, match=f"{name}: not the bytes that manifest.json tells of"):
        read_kg(place)


def test_files_of_two_builds_are_refused(place, tmp_path):
    kg = small_graph()
    write_kg(tmp_path / "other", kg.triples[:2], kg.entities, {})
    (tmp_path / "other" / TRIPLES_FILE).replace(place / TRIPLES_FILE)
    with pytest.raises(KnowledgeGraphError, match=r"triples.parquet: .*of another build"):
        read_kg(place)


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"tables": {"triples.parquet": "00"}}', '{"tables": 3}'])
def test_a_manifest_that_is_none_is_refused(place, text):
    (place / MANIFEST_FILE).write_text(text)
    with pytest.raises(KnowledgeGraphError, match=r"manifest.json: (not readable as JSON|expected an object)"):
        read_kg(place)


def replaced(place, content):
    """Another triples.parquet that the manifest tells of."""
    (place / TRIPLES_FILE).write_bytes(content)
    manifest = json.loads((place / MANIFEST_FILE).read_text())
    manifest["tables"][TRIPLES_FILE] = hashlib.sha256(content).hexdigest()
    (place / MANIFEST_FILE).write_text(json.dumps(manifest))


def test_a_file_that_is_no_parquet_is_refused(place):
    replaced(place, b"PAR1 and nothing else")
    with pytest.raises(KnowledgeGraphError, match=r"triples.parquet: not readable as Parquet"):
        read_kg(place)


def test_a_table_with_other_columns_is_refused(place, tmp_path):
    table = pq.read_table(place / TRIPLES_FILE).rename_columns({"tail": "object"})
    pq.write_table(table, tmp_path / "other.parquet")
    replaced(place, (tmp_path / "other.parquet").read_bytes())
    with pytest.raises(KnowledgeGraphError, match=r"triples.parquet: .*no tail dictionary.*unexpected object"):
        read_kg(place)


@pytest.mark.parametrize(("codes", "values"), [([None], ["calls"]), ([0], [None])], ids=["in codes", "in words"])
def test_a_null_is_refused(tmp_path, codes, values):
    kg = small_graph()
    column = pa.DictionaryArray.from_arrays(
        pa.array(codes * len(kg.triples), pa.int32()), pa.array(values, pa.string())
    )
    triples = kg.triples.set_column(2, TRIPLES_SCHEMA.field("relation"), column)
    with pytest.raises(KnowledgeGraphError, match="triples: column relation holds nulls"):
        write_kg(tmp_path, triples, kg.entities, {})


def test_disorder_and_repetition_are_refused(tmp_path):
    kg = small_graph()
    for triples in (kg.triples.take([1, 0, 2]), kg.triples.take([0, 1, 1])):
        with pytest.raises(KnowledgeGraphError, match=r"triples: row \d .* sort by repository, head, relation, tail"):
            write_kg(tmp_path, triples, kg.entities, {})
    with pytest.raises(KnowledgeGraphError, match=r"entities: row 2 \(shop:\) .* sort by id"):
        write_kg(tmp_path, kg.triples, kg.entities.take([0, 1, 1]), {})
    assert list(tmp_path.iterdir()) == []


@given(st.lists(st.tuples(*[st.sampled_from("ab")] * 4), min_size=1, max_size=6))
def test_the_order_is_that_of_tuples_of_strings(tmp_path_factory, rows):
    made = [triple(entity(h), r, entity(t), repository=repo) for repo, h, r, t in rows]
    triples = pa.Table.from_pylist(made, TRIPLES_SCHEMA)
    _, entities = tables([], [])
    if rows == sorted(set(rows)):
        write_kg(tmp_path_factory.mktemp("kg"), triples, entities, {})
    else:
        with pytest.raises(KnowledgeGraphError, match="repeats or precedes"):
            write_kg(tmp_path_factory.mktemp("kg"), triples, entities, {})


def expected(name):
    kg = small_graph()
    return (kg.triples if name == TRIPLES_FILE else kg.entities).to_pylist()


@pytest.mark.parametrize("name", [TRIPLES_FILE, ENTITIES_FILE])
def test_pandas_opens_it(place, name):
    assert pd.read_parquet(place / name).to_dict("records") == expected(name)


def test_pandas_compares_heads_with_tails(place):
    """Which it refuses for two columns of categories."""
    frame = pd.read_parquet(place / TRIPLES_FILE)
    assert frame[frame["head"] == frame["tail"]]["head"].tolist() == ["shop:cart.Cart.add"]


@pytest.mark.parametrize("name", [TRIPLES_FILE, ENTITIES_FILE])
def test_polars_opens_it(place, name):
    assert pl.read_parquet(place / name).to_dicts() == expected(name)


@pytest.mark.parametrize("name", [TRIPLES_FILE, ENTITIES_FILE])
def test_duckdb_opens_it(place, name):
    with duckdb.connect() as connection:
        found = connection.execute("SELECT * FROM read_parquet(?)", [str(place / name)])
        names = [column[0] for column in found.description]
        assert [dict(zip(names, row, strict=True)) for row in found.fetchall()] == expected(name)


@pytest.mark.parametrize("name", [TRIPLES_FILE, ENTITIES_FILE])
def test_datasets_opens_it(place, name, tmp_path, monkeypatch):
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    from datasets import disable_progress_bars, load_dataset

    disable_progress_bars()
    cache = str(tmp_path / "cache")
    assert load_dataset("parquet", data_files=str(place / name), split="train", cache_dir=cache).to_list() == expected(
        name
    )


def test_a_missing_manifest_is_told_once(tmp_path):
    with pytest.raises(KnowledgeGraphError) as caught:
        read_kg(tmp_path)
    assert "not readable" not in str(caught.value)
    assert str(caught.value).count("build it again") == 1


def test_builds_into_one_directory_never_mix(tmp_path):
    small, large = small_graph(), random_graph(400, 200)
    for _ in range(10):
        with ThreadPoolExecutor(4) as pool:
            list(pool.map(lambda kg: write_kg(tmp_path / "kg", kg.triples, kg.entities, {}), [small, large] * 2))
        assert len(read_kg(tmp_path / "kg").triples) in {len(small.triples), len(large.triples)}
