"""Words of names and of prose."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codegraft.graphmer.search.words import stem, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("getHTTPResponse2", ["get", "http", "respons", "2"]),
        ("read_config_file", ["read", "config", "fil"]),
        ("__init__(self, *args)", ["init", "self", "arg"]),
        ("Größe übernehmen", ["größ", "übernehmen"]),
        ("数据 load", ["数据", "load"]),
        ("... --- 12", ["12"]),
        ("", []),
    ],
)
def test_texts_are_divided_into_words(text, words):
    assert words_of(text) == words


@pytest.mark.parametrize(
    "forms",
    [
        ["parse", "parses", "parsed", "parsing"],
        ["stop", "stops", "stopped", "stopping"],
        ["query", "queries"],
        ["file", "files"],
        ["read", "reads", "reading"],
    ],
)
def test_forms_of_a_word_are_one(forms):
    assert len(set(map(stem, forms))) == 1


@pytest.mark.parametrize("word", ["class", "status", "this", "string", "red", "bed", "thing"])
def test_what_only_looks_like_an_ending_stays(word):
    assert stem(word) == word


@given(st.text(max_size=50))
def test_words_are_never_empty(text):
    assert all(words_of(text))
