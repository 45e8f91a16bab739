"""BM25 of each field."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from codegraft.graphmer.search.fields import FIELDS, FieldBags, Fields
from codegraft.graphmer.search.lexical import K1, B, Lexical
from tests.graphmer.search.search_cases import bags

TEXTS = st.lists(st.sampled_from("abcde"), max_size=6)


def bm25(functions, field, query, row):
    """As the paper writes it, one word after the other."""
    texts = [function[field] for function in functions]
    mean = sum(map(len, texts)) / len(texts)
    score = 0.0
    for word in set(query):
        n, found = len(functions), sum(any(word in part for part in function) for function in functions)
        rarity = math.log(1 + (n - found + 0.5) / (found + 0.5))
        count = texts[row].count(word)
        if count:
            score += rarity * count * (K1 + 1) / (count + K1 * (1 - B + B * len(texts[row]) / mean))
    return score


@given(st.lists(st.tuples(*(TEXTS for _ in FIELDS)).map(lambda parts: Fields(*parts)), min_size=1, max_size=5), TEXTS)
def test_scores_are_those_of_the_definition(functions, query):
    scores = Lexical.of(FieldBags.of(functions)).scores([query])
    expected = [[[bm25(functions, field, query, row) for row in range(len(functions))]] for field in range(len(FIELDS))]
    assert scores == pytest.approx(np.array(expected), rel=1e-5, abs=1e-6)


def test_a_query_of_unknown_words_scores_all_alike():
    lexical = Lexical.of(bags(("read", "", "path", "open file"), ("send", "", "", "mail")))
    assert not lexical.scores([["nothing"], []]).any()
    assert "nothing" not in lexical.vocabulary


def test_a_rare_word_says_more():
    lexical = Lexical.of(bags(("read", "", "", "file"), ("write", "", "", "file"), ("read", "", "", "rare")))
    body = lexical.scores([["file", "rare"]])[FIELDS.index("body"), 0]
    assert body[2] > body[0] == body[1]
