import numpy as np
import pytest
from scipy.special import expit
from sklearn.feature_extraction.text import CountVectorizer
from threadpoolctl import threadpool_limits

from codegraft.graphsage.evaluate.baselines import Rows, confidence_models, label_models, token_vectors
from codegraft.graphsage.evaluate.pooled import WIDTH, pooled
from codegraft.graphsage.evaluate.untrained import untrained_scores
from codegraft.programs.features.extractor import FeatureExtractor
from codegraft.programs.packed import pack
from tests.graphsage.evaluate.small import RIGHT, WRONG

LEARN, ALL = 120, 150
ROWS = Rows(learn=np.arange(LEARN), score=np.arange(LEARN, ALL))


@pytest.fixture(autouse=True)
def one_thread():
    with threadpool_limits(1):
        yield


@pytest.fixture(scope="module")
def material():
    """Texts, features, tokens, and which texts are right."""
    right = np.arange(ALL) % 3 == 0
    texts = [(RIGHT if one else WRONG).format(n=number % 5) for number, one in enumerate(right)]
    features = pooled(pack(FeatureExtractor().graphs(texts)), np.arange(ALL))
    return texts, features, token_vectors(texts, ROWS), right


def test_every_model_learns_what_can_be_learnt(material):
    _, features, tokens, right = material
    for name, logits in confidence_models(features, tokens, right, ROWS).items():
        asked = right[ROWS.score]
        if name == "constant":
            assert expit(logits) == pytest.approx(np.full(ALL - LEARN, right[:LEARN].mean()))
        else:
            assert logits[asked].min() > logits[~asked].max()


def test_nothing_is_learnt_from_rows_that_are_judged(material):
    texts, features, _, right = material
    flipped = np.where(np.arange(ALL) < LEARN, right, ~right)
    changed = [text if row < LEARN else "unseen words only" for row, text in enumerate(texts)]
    assert (token_vectors(texts, ROWS)[:LEARN] != token_vectors(changed, ROWS)[:LEARN]).nnz == 0
    first, second = (
        confidence_models(features, token_vectors(texts, ROWS), labels, ROWS) for labels in (right, flipped)
    )
    for name in first:
        assert np.array_equal(first[name], second[name])
    labels = np.stack([right, flipped], axis=1)
    known = np.ones_like(labels)
    other = np.where(np.arange(ALL)[:, None] < LEARN, labels, ~labels)
    first, second = (label_models(features, truth, known, ROWS) for truth in (labels, other))
    for name in first:
        assert np.array_equal(first[name], second[name])


def test_labels_of_one_class_leave_the_constant(material):
    _, features, tokens, right = material
    found = confidence_models(features, tokens, np.ones_like(right), ROWS)
    assert all(np.array_equal(found[name], found["constant"]) for name in found)
    assert np.isfinite(found["constant"]).all()


def test_tokens_are_runs_of_one_to_three(material):
    texts, _, tokens, _ = material
    terms = CountVectorizer(ngram_range=(1, 3), token_pattern=r"\w+|[^\w\s]", lowercase=False, min_df=2)
    assert tokens.shape == (ALL, len(terms.fit(texts[:LEARN]).vocabulary_))


def test_a_name_is_learnt_from_texts_of_which_it_is_known(material):
    _, features, _, right = material
    known = np.ones((ALL, 3), bool)
    known[::2, 1] = False
    known[:, 2] = False
    labels = np.stack([right, right & known[:, 1] | ~known[:, 1], right], axis=1)
    found = label_models(features, labels, known, ROWS)
    assert found["frequency"][0] == pytest.approx([right[:LEARN].mean(), right[:LEARN][known[:LEARN, 1]].mean(), 0.0])
    for name in (0, 1):
        assert found["linear"][right[LEARN:], name].min() > found["linear"][~right[LEARN:], name].max()
    assert np.array_equal(found["linear"][:, 2], np.zeros(ALL - LEARN))


def test_pooling_is_mean_greatest_and_sum_of_a_programs_units(material):
    texts, features, _, _ = material
    graphs = FeatureExtractor().graphs(texts)
    assert features.shape == (ALL, WIDTH)
    for row in (0, 7, 59):
        x = graphs[row].x
        expected = np.concatenate([x.mean(axis=0), x.max(axis=0), np.log1p(np.abs(x.sum(axis=0)))])
        assert features[row] == pytest.approx(expected, abs=1e-6)


def test_pooling_many_graphs_is_pooling_each(material):
    texts, features, _, _ = material
    graphs = pack(FeatureExtractor().graphs(texts))
    chosen = np.random.default_rng(0).integers(0, ALL, size=700)
    assert np.array_equal(pooled(graphs, chosen), features[chosen])
    assert pooled(graphs, np.empty(0, np.int64)).shape == (0, WIDTH)


def test_untrained_scores_are_what_they_are_called():
    found = untrained_scores(["x = 1", "x = = 1", "class A {}", "class A {"], ["python", "python", "java", "java"])
    assert found["constant"].tolist() == [0, 0, 0, 0]
    assert found["length"].tolist() == [5, 7, 10, 9]
    assert found["minus_length"].tolist() == [-5, -7, -10, -9]
    assert found["parses"].tolist() == [1, 0, 1, 0]
