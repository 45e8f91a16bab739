"""Vectors of functions and queries."""

import numpy as np
import pytest

from codegraft.errors import ModelError
from codegraft.graphmer.search.bags import Bags, Vocabulary
from codegraft.graphmer.search.embedding import TEXT, Embedding
from codegraft.graphmer.search.fields import FIELDS
from tests.graphmer.search.search_cases import bags, embedding, fields, tokenizer

FUNCTIONS = (("read config", "shapes", "path", "open path file read read"), ("send", "mails", "", "address text"))


def by_hand(words, field):
    model = embedding()
    total = np.zeros(model.tokens.shape[1])
    for word in set(words):
        tokens = tokenizer().encode([word]).tokens
        for token in tokens.tolist():
            share = (1 + np.log(words.count(word))) / np.sqrt(len(tokens))
            total += share * model.weights[field, token] * model.tokens[token]
    return total / max(np.linalg.norm(total), 1e-12)


def test_a_function_is_the_sum_of_its_fields():
    found = embedding().functions(bags(*FUNCTIONS), tokenizer())
    scales = embedding().scales
    for row, function in enumerate(fields(*FUNCTIONS)):
        total = sum(scales[field] * by_hand(words, field) for field, words in enumerate(function))
        assert found[row] == pytest.approx(total / np.linalg.norm(total), abs=1e-5)


def test_a_query_has_weights_of_its_own():
    assert embedding().queries([["read", "file"]], tokenizer())[0] == pytest.approx(
        by_hand(["read", "file"], TEXT), abs=1e-5
    )


def test_the_order_of_functions_does_not_matter():
    there, back = (embedding().functions(bags(*order), tokenizer()) for order in (FUNCTIONS, FUNCTIONS[::-1]))
    assert there == pytest.approx(back[::-1], abs=1e-6)


def test_nothing_is_a_vector_of_zeros():
    assert not embedding().functions(bags(("", "", "", "")), tokenizer()).any()
    assert not embedding().queries([[]], tokenizer()).any()
    assert embedding().functions(bags(), tokenizer()).shape == (0, 32)


def test_the_digest_tells_embeddings_apart():
    assert embedding(0).digest != embedding(1).digest
    assert Embedding(**embedding(0).tensors()).digest == embedding(0).digest


@pytest.mark.parametrize(
    "change",
    [
        {"weights": np.ones((len(FIELDS), 4), np.float32)},
        {"scales": np.ones(2, np.float32)},
        {"tokens": np.full(embedding().tokens.shape, np.nan, np.float32)},
        {"scales": np.ones(len(FIELDS))},
    ],
)
def test_numbers_that_do_not_fit_are_refused(change):
    with pytest.raises(ModelError):
        Embedding(**{**embedding().tensors(), **change})


def test_words_beyond_a_width_are_left_out_of_a_matrix():
    vocabulary = Vocabulary()
    counted = Bags.of([["a", "b", "a"], [], ["c", "b"]], vocabulary)
    assert counted.matrix(3).toarray().tolist() == [[2, 1, 0], [0, 0, 0], [0, 1, 1]]
    assert counted.matrix(2).toarray().tolist() == [[2, 1], [0, 0], [0, 1]]
