"""Anybody's directory becomes a graph and chains; twice the same, and once more only what changed."""

import shutil

import numpy as np
import pytest

from codegraft.errors import KnowledgeGraphError, ModelError, SourceError
from codegraft.graphmer.chains.encode import encode_chains
from codegraft.graphmer.chains.leaves import Fate
from codegraft.graphmer.chains.shards import write_chains
from codegraft.graphmer.linking import own as module
from codegraft.graphmer.linking.own import read_stored
from codegraft.kg.build.checkout import MAX_FILE_BYTES
from codegraft.kg.splits.model import Part
from codegraft.kg.splits.table import write_splits
from codegraft.kg.store import write_kg
from codegraft.sources import SCHEMA, Collection, write_sources
from tests.graphmer.chains import corpora
from tests.graphmer.linking.codes import CODE, ontology, own_of, params, tokenizer, write


@pytest.fixture
def place(tmp_path):
    return write(tmp_path / "mine")


def columns(own):
    return {name: column.tolist() for name, column in own.chains.arrays().items()} | own.names._asdict()


def same(one, other):
    assert one.graph.triples.equals(other.graph.triples)
    assert one.graph.entities.equals(other.graph.entities)
    assert one.windows.equals(other.windows)
    assert one.sources.equals(other.sources)
    for name, column in columns(one).items():
        np.testing.assert_array_equal(column, columns(other)[name], name)


def test_all_code_is_read_and_every_triple_hangs_whose_head_is_named(place):
    own = own_of(place, kept=None)
    assert own.sources["path"].to_pylist() == sorted(CODE)
    assert set(own.chains.part.tolist()) == set(own.chains.group_part.tolist()) == {Part.TRAIN}
    head_type = np.array(own.graph.triples["head_type"].to_pylist())
    hung = np.zeros(len(head_type), bool)
    hung[own.chains.triple] = True
    assert hung[~np.isin(head_type, ("File", "Module", "Repository"))].all()
    assert hung[np.array(own.graph.triples["relation"].to_pylist()) == "imports"].all()


def test_no_anchor_is_too_crowded(tmp_path):
    lines = "".join(f"    print({number}, name_{number}())\n" for number in range(40))
    functions = "".join(f"def name_{number}(): pass\n" for number in range(40))
    own = own_of(write(tmp_path, {"a.py": f"def crowded():\n{lines}\n{functions}"}), kept=None)
    assert np.bincount(own.chains.head_entity).max() > 40 > params().groups_per_anchor


def test_links_are_all_seen_unless_told_otherwise(place):
    own = own_of(place, kept=None)
    assert own.links().seen.all()
    assert not own.links(np.zeros(len(own.graph.triples), bool)).seen.any()


def test_what_is_kept_equals_what_is_made(place, tmp_path):
    made = own_of(place, kept=None)
    same(own_of(place, kept=tmp_path / "kept"), made)
    same(own_of(place, kept=tmp_path / "kept"), made)


def test_an_unchanged_directory_is_not_built_again(place, tmp_path, monkeypatch):
    own_of(place, kept=tmp_path / "kept")
    monkeypatch.setattr(module, "build_kg", None)
    own_of(place, kept=tmp_path / "kept")


@pytest.mark.parametrize(
    "change",
    [
        lambda place: (place / "shop/report.py").write_text("def other(): pass\n"),
        lambda place: (place / "shop/report.py").unlink(),
        lambda place: (place / "shop/report.py").rename(place / "shop/renamed.py"),
        lambda place: (place / "shop/new.py").write_text("from shop.till import Till\n\ndef new():\n    Till('')\n"),
        lambda place: (place / "shop/vendor").mkdir() or (place / "shop/vendor/copy.py").write_text("x = 1\n"),
    ],
)
def test_what_changes_is_seen(place, tmp_path, change):
    own_of(place, kept=tmp_path / "kept")
    change(place)
    again = own_of(place, kept=tmp_path / "kept")
    same(again, own_of(place, kept=None))
    assert again.graph.manifest["sources"] == own_of(place, kept=None).graph.manifest["sources"]


@pytest.mark.parametrize("file", ["key", "kg/triples.parquet", "kg/manifest.json", "chains/manifest.json"])
@pytest.mark.parametrize("damage", [lambda file: file.write_bytes(b"\0"), lambda file: file.unlink()])
def test_what_is_kept_is_not_trusted(place, tmp_path, file, damage):
    own_of(place, kept=tmp_path / "kept")
    damage(next((tmp_path / "kept").glob(f"*/{file}")))
    same(own_of(place, kept=tmp_path / "kept"), own_of(place, kept=None))


def test_other_code_or_another_tokenizer_makes_it_anew(place, tmp_path, monkeypatch):
    own_of(place, kept=tmp_path / "kept")
    [key] = (tmp_path / "kept").glob("*/key")
    before = key.read_text()
    monkeypatch.setattr(module, "_makers", lambda: "other code")
    own_of(place, kept=tmp_path / "kept")
    assert key.read_text() != before


def test_two_directories_of_one_name_are_kept_apart(place, tmp_path):
    other = write(tmp_path / "others/mine", {"a.py": "def f(): pass\n"})
    for _ in range(2):
        assert len(own_of(place, kept=tmp_path / "kept").sources) == len(CODE)
        assert len(own_of(other, kept=tmp_path / "kept").sources) == 1


def test_an_interrupted_run_leaves_nothing_that_is_taken_for_whole(place, tmp_path, monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    own_of(place, kept=tmp_path / "kept")
    (place / "shop/report.py").unlink()
    monkeypatch.setattr(module, "write_kg", interrupted)
    with pytest.raises(KeyboardInterrupt):
        own_of(place, kept=tmp_path / "kept")
    monkeypatch.undo()
    write(place)
    same(own_of(place, kept=tmp_path / "kept"), own_of(place, kept=None))


def test_a_place_that_cannot_be_written_is_named(place, tmp_path):
    (tmp_path / "kept").write_text("a file")
    with pytest.raises(KnowledgeGraphError, match=r"kept.*cannot be kept.*make the place writable"):
        own_of(place, kept=tmp_path / "kept")


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({}, "no Python or Java file that can be read; name another"),
        ({"notes.txt": "hello"}, "no Python or Java file that can be read; name another"),
        ({".venv/a.py": "x = 1"}, r"1 left out, such as .venv/"),
        ({".\x1b[2J/a.py": "x = 1"}, r"1 left out, such as \.\\x1b\[2J/"),
    ],
)
def test_a_directory_without_code_is_refused(tmp_path, files, said):
    (tmp_path / "code").mkdir()
    write(tmp_path / "code", files)
    with pytest.raises(SourceError, match=said):
        own_of(tmp_path / "code", kept=tmp_path / "kept")


def test_a_file_or_nothing_is_no_directory(tmp_path):
    for place in (tmp_path / "none", write(tmp_path, {"a.py": ""}) / "a.py"):
        with pytest.raises(SourceError, match="not a directory"):
            own_of(place, kept=None)


def test_a_huge_file_is_left_out_and_listed(tmp_path):
    write(tmp_path, {"a.py": "def f(): pass\n"})
    with (tmp_path / "huge.py").open("wb") as file:
        file.truncate(MAX_FILE_BYTES + 1)
    own = own_of(tmp_path, kept=None)
    assert own.sources["path"].to_pylist() == ["a.py"]
    assert [row["path"] for row in own.graph.manifest["sources"]["skipped"]] == ["huge.py"]
    (tmp_path / "a.py").unlink()
    with pytest.raises(SourceError, match=r"1 left out, such as huge.py"):
        own_of(tmp_path, kept=None)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n\n\n",
        b")))((( def def = \n",
        b"x = '\xe9'\ndef f(): return x\n",
        b"\xef\xbb\xbfx = '\xe9'\ndef f(): return x\n",
        b"\xff\xfed\x00e\x00f\x00",
        b"def f():\0 return 1\n",
        bytes(range(256)),
    ],
)
def test_broken_files_are_read_as_far_as_possible(tmp_path, content):
    place = write(tmp_path / "code", {"bad.py": content, "Bad.java": content})
    for kept in (None, tmp_path / "kept", tmp_path / "kept"):
        own = own_of(place, kept=kept)
        assert len(own.sources) == 2
        assert len(own.names.texts) == len(own.graph.entities)


@pytest.fixture
def stored(tmp_path):
    """The small corpus as the stages write it."""
    corpus = corpora.small()
    encoding = encode_chains(corpus.material(), corpora.params())
    digests = write_kg(tmp_path / "kg", corpus.graph.triples, corpus.graph.entities, corpus.graph.manifest)
    write_splits(tmp_path / "kg", corpus.splits, digests["triples.parquet"])
    write_sources(
        Collection(corpus.sources.cast(SCHEMA), [], {}), tmp_path / "sources.parquet", tmp_path / "skipped.csv"
    )
    write_chains(tmp_path / "chains", encoding.chains, encoding.windows, encoding.header)
    places = {"kg": tmp_path / "kg", "sources": tmp_path / "sources.parquet", "chains": tmp_path / "chains"}
    return places, encoding


def test_the_stages_outputs_are_read_with_their_names(stored):
    places, encoding = stored
    own = read_stored(encoding.tokenizer, ontology(), **places)
    assert own.names.texts == encoding.names.texts
    assert sorted(own.chains.triple.tolist()) == np.flatnonzero(encoding.fate == Fate.HUNG).tolist()
    assert own.graph.triples.equals(corpora.small().graph.triples)


def test_stages_outputs_that_do_not_belong_together_are_refused(stored):
    places, encoding = stored
    with pytest.raises(ModelError, match="made with another tokenizer"):
        read_stored(tokenizer(), ontology(), **places)
    fewer = Collection(corpora.small().sources.slice(1).cast(SCHEMA), [], {})
    write_sources(fewer, places["sources"], places["sources"].with_suffix(".csv"))
    with pytest.raises(KnowledgeGraphError, match="built of other sources"):
        read_stored(encoding.tokenizer, ontology(), **places)
    shutil.rmtree(places["kg"])
    with pytest.raises(KnowledgeGraphError, match="no such file"):
        read_stored(encoding.tokenizer, ontology(), **places)
