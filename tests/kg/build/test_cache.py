"""What was parsed before is kept by content, and never trusted."""

import hashlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from codegraft.errors import KnowledgeGraphError
from codegraft.kg.build import cache
from codegraft.kg.build.analysis import cache_file_name
from codegraft.kg.build.cache import extractor_files, parse_cached, read_cache, write_cache
from codegraft.kg.build.facts import from_batch, to_batch

TEXTS = [b"a = 1\n", b"def f():\n    pass\n", b""]


def parse(texts):
    """Facts of every kind that there may be."""
    return [
        {
            "kind": np.frombuffer(text, np.uint8),
            "start": np.arange(len(text), dtype=np.int32),
            "names": tuple(text.split()),
            "problems": tuple(f"öde: {word!r}" for word in text.split()[1:]),
            "lines": text.count(b"\n"),
            "cut": len(text) > 7,
        }
        for text in texts
    ]


def same(found, expected):
    assert len(found) == len(expected)
    for one, other in zip(found, expected, strict=True):
        assert one.keys() == other.keys()
        for name, value in other.items():
            if isinstance(value, np.ndarray):
                assert one[name].dtype == value.dtype
                assert one[name].tolist() == value.tolist()
            else:
                assert (type(one[name]), one[name]) == (type(value), value)


@pytest.fixture
def file(tmp_path):
    return tmp_path / "cache" / "repo.python.arrow"


@pytest.fixture
def asked():
    """Texts that a parser was asked for, and the parser."""
    texts = []

    def ask(wanted):
        texts.extend(wanted)
        return parse(wanted)

    return texts, ask


def test_the_second_time_nothing_is_parsed(file, asked):
    texts, ask = asked
    first, parsed = parse_cached(file, TEXTS, ask)
    assert (parsed, texts) == (3, TEXTS)
    again, parsed = parse_cached(file, TEXTS, ask)
    assert (parsed, texts) == (0, TEXTS)
    same(first, parse(TEXTS))
    same(again, parse(TEXTS))


def test_only_new_texts_are_parsed_and_equal_ones_once(file, asked):
    texts, ask = asked
    parse_cached(file, TEXTS, ask)
    texts.clear()
    wanted = [b"new\n", *TEXTS[1:], b"new\n"]
    found, parsed = parse_cached(file, wanted, ask)
    assert (parsed, texts) == (1, [b"new\n"])
    same(found, parse(wanted))


def test_what_is_no_longer_there_is_dropped(file):
    parse_cached(file, TEXTS, parse)
    parse_cached(file, TEXTS[:1], parse)
    assert len(read_cache(file)) == 1


def test_without_texts_there_is_no_file(file):
    parse_cached(file, TEXTS, parse)
    assert parse_cached(file, [], parse) == ([], 0)
    assert not file.exists()


def test_without_a_place_nothing_is_kept(tmp_path):
    assert parse_cached(None, TEXTS, parse)[1] == 3
    assert not list(tmp_path.iterdir())


def test_equal_texts_give_equal_bytes_in_any_order(file, tmp_path):
    parse_cached(file, TEXTS, parse)
    parse_cached(tmp_path / "other", TEXTS[::-1], parse)
    assert file.read_bytes() == (tmp_path / "other").read_bytes()


def test_a_damaged_file_is_ignored_and_replaced(file):
    parse_cached(file, TEXTS, parse)
    good = file.read_bytes()
    for place in range(0, len(good), 7):
        file.write_bytes(good[:place] + bytes([good[place] ^ 1]) + good[place + 1 :])
        assert read_cache(file) == {}
    found, parsed = parse_cached(file, TEXTS, parse)
    assert (parsed, file.read_bytes()) == (3, good)
    same(found, parse(TEXTS))


@pytest.mark.parametrize("size", [0, 1, 31, 32, 33, 500])
def test_a_file_cut_short_is_ignored(file, size):
    parse_cached(file, TEXTS, parse)
    file.write_bytes(file.read_bytes()[:size])
    assert read_cache(file) == {}


def test_facts_of_other_code_are_ignored(file, monkeypatch):
    write_cache(file, dict(zip(("a", "b", "c"), parse(TEXTS), strict=True)))
    assert read_cache(file).keys() == {"a", "b", "c"}
    monkeypatch.setattr(cache, "extractor", lambda: "other code")
    assert read_cache(file) == {}


def test_a_file_that_cannot_be_read_counts_as_absent_and_one_that_cannot_be_written_is_named(file):
    file.mkdir(parents=True)
    assert read_cache(file) == {}
    with pytest.raises(KnowledgeGraphError, match=r"repo\.python\.arrow: .*--no-incremental"):
        parse_cached(file, TEXTS, parse)


def test_whole_bytes_that_are_no_arrow_are_ignored(file):
    file.parent.mkdir()
    file.write_bytes(b"no arrow" + hashlib.sha256(b"no arrow").digest())
    assert read_cache(file) == {}


def test_all_code_that_finds_or_keeps_facts_is_hashed():
    covered = {"symbols/python/flow.py", "symbols/java/library.java", "symbols/analyse.py", "kg/build/facts.py"}
    assert covered <= set(extractor_files())
    assert not [name for name in extractor_files() if name.endswith(".pyc")]


@pytest.mark.parametrize("name", ["../../x", "a/b", "n" * 300, "ö" * 300, "..", "plain"])
def test_any_repository_has_a_plain_file_of_its_own(tmp_path, name):
    file = tmp_path / cache_file_name(name, "python")
    file.touch()
    assert list(tmp_path.iterdir()) == [file]
    assert file.name != cache_file_name(name.replace("/", "_"), "python") or "/" not in name


@given(st.lists(st.binary(max_size=20), min_size=1, max_size=4))
def test_facts_come_back_as_they_were(texts):
    keys = [str(number) for number in range(len(texts))]
    same(list(from_batch(to_batch(keys, parse(texts))).values()), parse(texts))
