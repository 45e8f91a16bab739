"""Fusion of all groups at once against three loops: group, leaf, token of the head."""

import random

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch.nn.functional import leaky_relu

from codegraft.graphmer.encoder.fusion import Fusion, RelationMap, masked_softmax
from codegraft.graphmer.encoder.paper import PaperRelationMap
from tests.graphmer.encoder.encoder_batches import Group, Window, batch_of, random_batch, tiny


def matrix_of(maps, relation):
    if isinstance(maps, PaperRelationMap):
        return maps.matrix[relation]
    return maps.shared.weight @ torch.diag(maps.factor[relation])


def looped(maps, nodes, batch):
    fused = nodes.clone()
    for row in range(len(nodes)):
        for group, relation in enumerate(batch.group_relation[row].tolist()):
            heads = nodes[row, [node for node in batch.heads[row, group].tolist() if node >= 0]]
            for leaf in (batch.group[row] == group).nonzero()[:, 0].tolist():
                matrix = matrix_of(maps, relation)
                own = maps.of_leaf[relation] @ matrix @ nodes[row, leaf]
                logits = [leaky_relu(own + maps.of_head[relation] @ matrix @ head) for head in heads]
                for weight, head in zip(torch.stack(logits).softmax(0), heads, strict=True):
                    fused[row, leaf] = fused[row, leaf] + weight * (matrix @ head)
    return fused


@pytest.mark.parametrize("maps", [RelationMap, PaperRelationMap])
@settings(deadline=None, max_examples=15)
@given(seed=st.integers(0, 10_000))
def test_fusion_and_its_gradients_are_what_the_loops_give(maps, seed):
    torch.manual_seed(seed)
    fusion = Fusion(maps(tiny())).eval()
    batch = random_batch(random.Random(seed))
    nodes = torch.randn(*batch.tokens.shape, 64, requires_grad=True)
    wanted = torch.randn_like(nodes)
    found = []
    for output in (fusion(nodes, batch), looped(fusion.relation_map, nodes, batch)):
        inputs = [nodes, *fusion.parameters()]
        found.append([output, *torch.autograd.grad(output, inputs, wanted, allow_unused=True)])
    for ours, expected in zip(*found, strict=True):
        if expected is not None:
            torch.testing.assert_close(ours, expected, rtol=1e-4, atol=1e-4)


def test_roots_and_padding_stay_as_they_were():
    batch = random_batch(random.Random(1))
    nodes = torch.randn(*batch.tokens.shape, 64)
    with torch.no_grad():
        fused = Fusion(RelationMap(tiny()))(nodes, batch)
    changed = (fused != nodes).any(dim=2)
    assert torch.equal(changed, batch.group >= 0)


def test_training_drops_numbers_of_the_papers_matrices_for_each_triple_anew():
    torch.manual_seed(0)
    fusion = Fusion(PaperRelationMap(tiny())).train()
    batch = batch_of([[Window([10, 20], [Group(0, 1, 1, [30]), Group(0, 1, 1, [30])])], []])
    nodes = torch.ones(*batch.tokens.shape, 64)
    with torch.no_grad():
        trained, served = fusion(nodes, batch)[0, 2:4], fusion.eval()(nodes, batch)[0, 2:4]
    assert not torch.allclose(trained[0], trained[1])
    torch.testing.assert_close(served[0], served[1])


def test_a_softmax_over_nothing_is_nothing():
    weight = masked_softmax(torch.tensor([[1.0, 2.0], [1.0, 2.0]]), torch.tensor([[True, False], [False, False]]))
    assert weight.tolist() == [[1.0, 0.0], [0.0, 0.0]]
