"""Each term against its formula, and what happens where labels are missing."""

import math

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from codegraft.graphsage.batches import NOBODY, Labels
from codegraft.graphsage.losses import Losses, contrastive_loss, losses, masked_mean, passed, ranking_loss
from codegraft.graphsage.model import Predictions
from codegraft.params import LossWeights

TEMPERATURE = 0.5


def labels(size, known=True, **changes):
    flags = torch.full((size,), known)
    whole = {
        "confidence": torch.zeros(size),
        "has_confidence": flags,
        "problem": torch.zeros(size, dtype=torch.int64) if known else torch.full((size,), NOBODY),
        "family": torch.arange(size) if known else torch.full((size,), NOBODY),
        "imports": torch.zeros(size, 2),
        "knows_imports": flags[:, None],
        "bugs": torch.zeros(size, 3),
        "knows_bugs": flags[:, None].expand(size, 3),
    }
    return Labels(**{**whole, **changes})


def predictions(size, seed=0):
    torch.manual_seed(seed)
    embedding = torch.nn.functional.normalize(torch.randn(size, 4), dim=1)
    said = Predictions(embedding, torch.randn(size), torch.randn(size, 2), torch.randn(size, 3))
    return Predictions(*(part.requires_grad_() for part in said))


def contrastive_by_hand(z, problem, family, temperature):
    terms = []
    size = len(problem)
    for i in range(size):
        others = [a for a in range(size) if problem[a] >= 0 and a != i and family[a] != family[i]]
        positives = [p for p in others if problem[p] == problem[i]]
        if problem[i] < 0 or not positives:
            continue
        total = sum(math.exp(float(z[i] @ z[a]) / temperature) for a in others)
        terms.append(-sum(float(z[i] @ z[p]) / temperature - math.log(total) for p in positives) / len(positives))
    return sum(terms) / len(terms) if terms else 0.0


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(st.integers(-1, 2), st.integers(0, 5)), min_size=1, max_size=9))
def test_the_contrastive_term_is_its_formula(codes):
    problem = torch.tensor([one for one, _ in codes])
    family = torch.tensor([two if one >= 0 else NOBODY for one, two in codes])
    said = predictions(len(codes))
    value = contrastive_loss(said.embedding, problem, family, TEMPERATURE)
    expected = contrastive_by_hand(said.embedding.detach(), problem.tolist(), family.tolist(), TEMPERATURE)
    assert float(value.detach()) == pytest.approx(expected, rel=1e-4, abs=1e-5)
    torch.autograd.backward(value)
    assert said.embedding.grad.isfinite().all()


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(st.sampled_from([0.0, 0.5, 1.0]), st.booleans(), st.integers(-1, 2)), min_size=1, max_size=9))
def test_the_ranking_term_is_its_formula(rows):
    confidence, has, problem = (torch.tensor(column) for column in zip(*rows, strict=True))
    logit = predictions(len(rows)).confidence.detach()
    means = []
    for i in range(len(rows)):
        rivals = [
            math.log1p(math.exp(float(logit[j] - logit[i])))
            for j in range(len(rows))
            if has[i] and has[j] and confidence[i] == 1 > confidence[j] and problem[i] == problem[j] >= 0
        ]
        means += [sum(rivals) / len(rivals)] if rivals else []
    found = ranking_loss(logit, labels(len(rows), confidence=confidence, has_confidence=has, problem=problem))
    assert float(found) == pytest.approx(sum(means) / len(means) if means else 0.0, rel=1e-4, abs=1e-6)


def test_the_confidence_is_about_passing_every_test():
    said = predictions(3)
    nearly, none = (labels(3, confidence=torch.tensor([1.0, share, share])) for share in (0.99, 0.0))
    assert torch.equal(passed(nearly), torch.tensor([True, False, False]))
    assert torch.equal(losses(said, nearly, TEMPERATURE).confidence, losses(said, none, TEMPERATURE).confidence)
    assert not passed(labels(1, known=False, confidence=torch.ones(1))).any()


def test_without_labels_every_term_is_zero_and_so_is_its_gradient():
    said = predictions(3)
    found = losses(said, labels(3, known=False), TEMPERATURE)
    assert [float(term.detach()) for term in found] == [0.0] * 5
    torch.autograd.backward(torch.stack(found).sum())
    assert all(part.grad is None or (part.grad == 0).all() for part in said)


def test_only_known_labels_count():
    half = torch.tensor([True, False])
    known = {"has_confidence": half, "knows_imports": half[:, None], "knows_bugs": half[:, None].expand(2, 3)}
    said = predictions(2)
    first = losses(said, labels(2, **known), TEMPERATURE)
    other = labels(2, **known, confidence=torch.tensor([0.0, 1.0]), imports=torch.tensor([[0.0, 0.0], [1.0, 1.0]]))
    assert torch.equal(first.confidence, losses(said, other, TEMPERATURE).confidence)
    assert torch.equal(first.imports, losses(said, other, TEMPERATURE).imports)


def test_a_mask_of_rows_is_one_of_their_columns():
    values = torch.tensor([[1.0, 3.0], [100.0, 100.0]])
    assert masked_mean(values, torch.tensor([[True], [False]])) == 2.0


def test_the_total_is_the_weighted_sum_and_leaves_out_what_weighs_nothing():
    terms = Losses(*(torch.tensor(value) for value in (1.0, 10.0, math.nan, 100.0, 1000.0)))
    weights = LossWeights(confidence=1.0, ranking=0.5, embedding=0.0, imports=0.1, bugs=0.0)
    assert float(terms.total(weights)) == pytest.approx(1 + 5 + 10)


def test_without_any_weight_there_is_nothing_to_learn():
    said = predictions(2)
    nothing = LossWeights(confidence=0.0, ranking=0.0, embedding=0.0, imports=0.0, bugs=0.0)
    torch.autograd.backward(losses(said, labels(2), TEMPERATURE).total(nothing))
    assert (said.confidence.grad == 0).all()
