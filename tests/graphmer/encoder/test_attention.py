"""Attention: rotary positions, relations of leaves, and the kernels that compute it."""

import random
from dataclasses import replace

import pytest
import torch
from torch.profiler import ProfilerActivity, profile

from codegraft.graphmer.encoder.attention import Attention, attend, rotated, surroundings_of
from tests.graphmer.encoder.encoder_batches import Group, Window, batch_of, random_batch, tiny

SHAPE = (2, 4, 24, 16)
FUSED = "aten::_scaled_dot_product_flash_attention_for_cpu"


def queries_keys_values(dtype, seed=0):
    generator = torch.Generator().manual_seed(seed)
    return [torch.randn(SHAPE, generator=generator).to(dtype).requires_grad_() for _ in range(3)]


def some_bias(dtype):
    bias = -torch.rand(2, 4, 24, 24, generator=torch.Generator().manual_seed(1)) * 5
    bias[:, :, :10, 10:] = bias[:, :, 10:, :10] = -torch.inf
    return bias.to(dtype)


def by_hand(query, key, value, bias):
    logits = torch.einsum("bhid,bhjd->bhij", query, key) / SHAPE[-1] ** 0.5 + bias
    return torch.einsum("bhij,bhjd->bhid", logits.exp() / logits.exp().sum(-1, keepdim=True), value)


@pytest.mark.parametrize(("dtype", "tolerance"), [(torch.float32, 1e-5), (torch.bfloat16, 3e-2)])
def test_attention_and_its_gradients_are_what_the_formula_says(dtype, tolerance):
    given = queries_keys_values(dtype)
    exact = [one.detach().double().requires_grad_() for one in given]
    ours, expected = attend(*given, some_bias(dtype)), by_hand(*exact, some_bias(dtype).double())
    torch.testing.assert_close(ours.double(), expected, rtol=tolerance, atol=tolerance)
    ours.sum().backward()
    expected.sum().backward()
    for one, other in zip(given, exact, strict=True):
        torch.testing.assert_close(one.grad.double(), other.grad, rtol=tolerance, atol=tolerance)


def test_in_float32_the_fused_kernel_computes_it_forward_and_backward():
    attention = Attention(tiny())
    batch = random_batch(random.Random(0))
    nodes = torch.randn(*batch.tokens.shape, 64, requires_grad=True)
    table = torch.zeros(6, 128, requires_grad=True)
    around = surroundings_of(batch, tiny(), torch.float32)
    with profile(activities=[ProfilerActivity.CPU]) as trace:
        attention(nodes, around, table).sum().backward()
    names = {event.key for event in trace.key_averages()}
    assert {FUSED, f"{FUSED}_backward"} <= names
    assert "aten::_softmax" not in names


def test_in_bfloat16_the_products_of_the_processor_compute_it():
    with profile(activities=[ProfilerActivity.CPU]) as trace:
        attend(*queries_keys_values(torch.bfloat16), some_bias(torch.bfloat16)).sum().backward()
    names = {event.key for event in trace.key_averages()}
    assert "aten::bmm" in names
    assert FUSED not in names


def test_products_of_rotated_vectors_depend_on_the_difference_of_positions():
    width, generator = 16, torch.Generator().manual_seed(2)
    query, key = (torch.randn(1, 1, 1, width, generator=generator) for _ in range(2))

    def product(first, second):
        batch = batch_of([[Window([9] * 40)], []])
        cosine, sine = surroundings_of(batch, replace(tiny(), heads=4), torch.float32).turn
        turned = [
            rotated(one, cosine[:1, at : at + 1], sine[:1, at : at + 1]) for one, at in ((query, first), (key, second))
        ]
        return (turned[0] * turned[1]).sum()

    torch.testing.assert_close(product(3, 7), product(30, 34), rtol=1e-4, atol=1e-5)
    assert abs(product(3, 7) - product(7, 3)) > 1e-2


def test_a_relation_changes_who_attends_to_its_leaves_and_leaves_roots_alone_among_themselves():
    attention, config = Attention(tiny()), tiny()
    window = Window([10, 20, 30], [Group(1, 1, 2, [40])])
    batch = batch_of([[window], [Window([10, 20, 30])]])
    around = surroundings_of(batch, config, torch.float32)
    nodes = torch.randn(1, batch.tokens.shape[1], 64).expand(2, -1, -1)
    table = torch.cat([torch.zeros(1, 128), torch.randn(5, 128)])
    with torch.no_grad():
        without, with_relations = (attention(nodes, around, one) for one in (torch.zeros(6, 128), table))
    torch.testing.assert_close(with_relations[1], without[1])
    assert not torch.allclose(with_relations[0, :3], without[0, :3], atol=1e-3)
