"""Losses: means over what they say, finite where there is nothing, and the same however a step is cut into batches."""

import random

import pytest
import torch

from codegraft.graphmer.batches.batch import NONE, Batch
from codegraft.graphmer.encoder.encoder import GraphMER
from codegraft.graphmer.encoder.losses import Losses, counts_of, losses
from codegraft.graphmer.encoder.regularisers import rules_of
from codegraft.kg.ontology import load_ontology
from codegraft.params import GraphmerWeights
from tests.graphmer.encoder.encoder_batches import SHAPE, Group, Window, batch_of, random_batch, tiny

ONTOLOGY = load_ontology()
NAMES = tuple(ONTOLOGY.relations)
RULES = rules_of(ONTOLOGY, NAMES)
INHERITS, CALLS = NAMES.index("inherits_from") + 1, NAMES.index("calls") + 1


@pytest.fixture
def model():
    torch.manual_seed(0)
    return GraphMER(tiny(relations=len(NAMES)))


def drawn(seed, shape=SHAPE):
    return random_batch(random.Random(seed), shape, relations=len(NAMES))


def test_token_losses_are_the_mean_over_masked_roots_and_the_mean_over_groups_of_the_mean_over_slots(model):
    batch = drawn(1)
    hidden = model(batch)
    found = losses(model, hidden, batch, RULES, counts_of(batch, RULES))
    mlm, mnm = model.mlm_logits(hidden, batch).log_softmax(-1), model.mnm_logits(hidden, batch).log_softmax(-1)
    roots, groups = [], []
    for row, place in (batch.mlm_position != NONE).nonzero().tolist():
        roots.append(-mlm[row, place, batch.mlm_target[row, place]])
    for row, group in (batch.mnm_group != NONE).nonzero().tolist():
        asked = [(slot, token) for slot, token in enumerate(batch.mnm_target[row, group].tolist()) if token != NONE]
        groups.append(torch.stack([-mnm[row, group, slot, token] for slot, token in asked]).mean())
    torch.testing.assert_close(found.mlm, torch.stack(roots).mean())
    torch.testing.assert_close(found.mnm, torch.stack(groups).mean())


def test_every_masked_group_weighs_the_same_however_long_its_tail(model):
    short, long = (Window([10, 20, 30], [Group(0, 1, CALLS, tail, masked=True)]) for tail in ([7], [7, 8, 9, 10]))
    shape = SHAPE._replace(rows=1)
    apart = [batch_of([[one]], shape) for one in (short, long)]
    together = batch_of([[short], [long]])
    first, second, both = (
        losses(model, model(one), one, RULES, counts_of(one, RULES)).mnm for one in (*apart, together)
    )
    torch.testing.assert_close(both, (first + second) / 2)


@pytest.mark.parametrize("rows", [[[], []], [[Window([10, 20])], []], [[Window([10], [Group(0, 1, CALLS, [9])])], []]])
def test_a_batch_without_anything_masked_gives_zeros_and_finite_gradients(model, rows):
    batch = batch_of(rows)
    found = losses(model, model(batch), batch, RULES, counts_of(batch, RULES))
    assert [term.item() for term in found] == [0.0] * 5
    torch.stack(found).sum().backward()
    assert all(one.grad is None or one.grad.isfinite().all() for one in model.parameters())


def test_a_step_cut_into_batches_has_the_loss_and_the_gradients_of_the_whole(model):
    whole = drawn(2, SHAPE._replace(rows=4))
    parts = [Batch(*(tensor[begin : begin + 2] for tensor in whole)) for begin in (0, 2)]
    counts = Losses(*map(sum, zip(*(counts_of(part, RULES) for part in parts), strict=True)))
    assert counts == counts_of(whole, RULES)

    def gradients(batches):
        model.zero_grad()
        terms = [losses(model, model(one), one, RULES, counts) for one in batches]
        torch.stack([torch.stack(one).sum() for one in terms]).sum().backward()
        return [sum(one) for one in zip(*terms, strict=True)], [one.grad.clone() for one in model.parameters()]

    for ours, expected in zip(gradients(parts), gradients([whole]), strict=True):
        torch.testing.assert_close(ours, expected, rtol=1e-4, atol=1e-6)


def test_counts_say_what_each_term_is_the_mean_of():
    groups = [Group(0, 1, INHERITS, [9], masked=True), Group(1, 1, CALLS, [9], masked=True), Group(1, 1, CALLS, [9])]
    batch = batch_of([[Window([10, 20, 30], groups, {2: 8})], []])
    acyclic = sum(relation.acyclic for relation in ONTOLOGY.relations.values())
    assert counts_of(batch, RULES) == Losses(mlm=1, mnm=2, antisymmetry=1, acyclicity=4 * acyclic, contrastive=2)


def test_the_total_weighs_each_term_by_its_name():
    terms = Losses(*(torch.tensor(float(10**place)) for place in range(5)))
    weights = GraphmerWeights(mlm=1.0, mnm=2.0, antisymmetry=0.0, acyclicity=3.0, contrastive=4.0)
    assert float(terms.total(weights)) == 1 + 20 + 0 + 3_000 + 40_000


def test_training_on_one_batch_learns_it(model):
    groups = [Group(0, 1, INHERITS, [9, 8], masked=True, head_entity=1, tail_entity=2)]
    groups.append(Group(2, 1, CALLS, [7], masked=True, head_entity=3, tail_entity=4))
    batch = batch_of([[Window([10, 20, 30, 40], groups, {1: 21})], [Window([50, 40, 30], groups, {0: 51})]])
    optimizer = torch.optim.AdamW(model.parameters(), lr=3e-3)
    history = []
    for _ in range(40):
        found = losses(model, model(batch), batch, RULES, counts_of(batch, RULES))
        optimizer.zero_grad()
        torch.stack(found).sum().backward()
        optimizer.step()
        history.append(found)
    for name in Losses._fields:
        first, last = (getattr(history[step], name).item() for step in (0, -1))
        assert last < 0.5 * first, f"{name} went from {first} to {last}"
