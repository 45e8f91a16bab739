"""The encoder against its formulas in the paper's layout, and what it must and must not tell apart."""

import random
from collections import Counter
from dataclasses import replace

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from codegraft.graphmer.chains.specials import SPECIALS
from codegraft.graphmer.encoder.config import GraphMERConfig
from codegraft.graphmer.encoder.encoder import GraphMER, parameter_counts
from codegraft.graphmer.encoder.losses import counts_of, losses
from codegraft.graphmer.encoder.regularisers import rules_of
from codegraft.kg.ontology import load_ontology
from tests.graphmer.encoder.encoder_batches import (
    SHAPE,
    Group,
    Window,
    batch_of,
    paper,
    random_batch,
    random_window,
    tiny,
)
from tests.graphmer.encoder.padded import Padded, floyd_warshall

ONTOLOGY = load_ontology()
NAMES = tuple(ONTOLOGY.relations)
RULES = rules_of(ONTOLOGY, NAMES)
MODES = {
    "ours": tiny(),
    "no positions": tiny(use_positions=False),
    "no decay": tiny(use_decay=False),
    "no relation bias": tiny(use_rel_attention_bias=False),
    "no fusion": tiny(use_fusion=False),
    "paper": paper(),
    "paper, no decay": paper(use_decay=False),
    "paper, no fusion": paper(use_fusion=False),
}


def encoder(config, seed=0):
    """An encoder whose every number is random: what starts as zeros or ones would hide mistakes."""
    torch.manual_seed(seed)
    model = GraphMER(config).eval()
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.add_(torch.randn_like(parameter) * 0.1)
    return model


def one_group_a_root(seed, roots):
    window = random_window(random.Random(seed), roots=roots, groups=6)
    window.groups = list({group.anchor: group for group in window.groups}.values())
    return window


def alone(window):
    return batch_of([[window]], SHAPE._replace(rows=1, length=window.length(SHAPE)))


@pytest.mark.parametrize("mode", MODES)
@settings(deadline=None, max_examples=10)
@given(seed=st.integers(0, 10_000))
def test_the_compact_form_gives_what_the_padded_one_gives(mode, seed):
    window, model = one_group_a_root(seed, roots=9), encoder(MODES[mode])
    with torch.no_grad():
        expected = Padded(window, SHAPE, roots=10, leaves=4).encode(model, floyd_warshall(10, 4))
        torch.testing.assert_close(model(alone(window))[0], expected, rtol=1e-5, atol=1e-5)


@pytest.mark.parametrize("mode", ["ours", "paper"])
def test_it_does_so_in_the_papers_layout_of_128_roots_with_7_leaves(mode):
    window, model = one_group_a_root(1, roots=128), encoder(MODES[mode])
    with torch.no_grad():
        expected = Padded(window, SHAPE).encode(model, floyd_warshall(128, 7))
        torch.testing.assert_close(model(alone(window))[0], expected, rtol=1e-5, atol=1e-5)


@pytest.mark.parametrize("mode", ["ours", "paper"])
def test_a_window_is_read_the_same_alone_and_packed_with_others(mode):
    draw, model = random.Random(4), encoder(MODES[mode])
    windows = [random_window(draw, roots=8, groups=2) for _ in range(3)]
    packed = batch_of([windows[:2], windows[2:]], SHAPE._replace(length=64))
    with torch.no_grad():
        hidden, node = model(packed), 0
        for row, window in zip((0, 0, 1), windows, strict=True):
            node = 0 if row else node
            length = window.length(SHAPE)
            torch.testing.assert_close(hidden[row, node : node + length], model(alone(window))[0], rtol=1e-5, atol=1e-5)
            node += length


def turned_round(window):
    """The window back to front; heads are one token long, tails too."""
    last = len(window.roots) - 1
    groups = [Group(last - group.anchor, 1, group.relation, group.tail) for group in window.groups]
    return Window(window.roots[::-1], groups)


@pytest.mark.parametrize(("mode", "same"), [("paper", True), ("ours", False), ("no positions", True)])
def test_only_positions_tell_a_window_from_its_reversal(mode, same):
    window = Window([10, 20, 30, 40, 50], [Group(1, 1, 2, [33]), Group(4, 1, 3, [44])])
    model = encoder(MODES[mode])
    with torch.no_grad():
        forth, back = (model(alone(one))[0] for one in (window, turned_round(window)))
    mirrored = back[[4, 3, 2, 1, 0, 5, 6]]
    assert torch.allclose(forth, mirrored, rtol=1e-5, atol=1e-5) == same


@pytest.mark.parametrize("mode", ["ours", "no fusion", "no relation bias", "paper"])
def test_a_masked_tail_knows_its_relation_and_its_head(mode):
    model = encoder(MODES[mode])

    def tail(relation, anchor):
        window = Window([10, 20, 30], [Group(anchor, 1, relation, [9], masked=True)])
        return model(alone(window))[0, 3:]

    with torch.no_grad():
        assert not torch.allclose(tail(1, 0), tail(2, 0), atol=1e-3)
        assert not torch.allclose(tail(1, 0), tail(1, 1), atol=1e-3)


@pytest.mark.parametrize("build", [tiny, paper])
def test_gradients_reach_every_parameter(build):
    torch.manual_seed(0)
    model = GraphMER(build(relations=len(NAMES)))
    batch = random_batch(random.Random(2), relations=len(NAMES))
    sum(losses(model, model(batch), batch, RULES, counts_of(batch, RULES))).backward()
    silent = [name for name, one in model.named_parameters() if one.grad is None or not one.grad.abs().sum() > 0]
    assert silent == []
    assert all(one.grad.isfinite().all() for one in model.parameters())
    no_relation = [table.grad[0] for table in getattr(model.stack, "relations", ())]
    assert not any(gradient.any() for gradient in no_relation), "roots are to have no relation"


@pytest.mark.parametrize("build", [tiny, paper])
def test_computing_layers_again_changes_no_gradient(build):
    torch.manual_seed(0)
    model, batch = GraphMER(replace(build(), dropout=0.2)), random_batch(random.Random(5))
    found = []
    for recompute in (False, True):
        model.stack.recompute = recompute
        torch.manual_seed(1)
        kept = Counter()
        with torch.autograd.graph.saved_tensors_hooks(lambda one, kept=kept: kept.update([1]) or one, lambda one: one):
            output = model(batch).sum()
        found.append((kept.total(), torch.autograd.grad(output, list(model.stack.parameters()))))
    (all_kept, expected), (few_kept, again) = found
    torch.testing.assert_close(again, expected)
    assert few_kept < all_kept / 2


@pytest.mark.parametrize("build", [tiny, paper])
def test_no_shape_and_no_branch_depends_on_values(build):
    """On the meta device there are none: whatever asked for one would raise."""
    device = torch.device("meta")
    model = GraphMER(build(relations=len(NAMES))).to(device)
    batch, rules = random_batch(random.Random(3)).to(device), RULES.to(device)
    hidden = model(batch)
    assert hidden.shape == (*batch.tokens.shape, 64)
    sum(losses(model, hidden, batch, rules, counts_of(batch, rules))).backward()


@pytest.mark.parametrize(("build", "in_a_layer"), [(tiny, 2), (paper, 3)])
def test_training_drops_in_the_embedding_and_in_each_half_of_a_layer(build, in_a_layer):
    """The paper drops weights of attention too; ours does not, so that fused kernels can compute it."""
    model = GraphMER(replace(build(use_fusion=False), dropout=0.5))
    dropped = []
    for module in model.modules():
        if isinstance(module, torch.nn.Dropout):
            module.register_forward_hook(lambda _, before, after: dropped.append((before[0] != after).float().mean()))
    model(random_batch(random.Random(8)))
    assert len(dropped) == 1 + in_a_layer * model.config.layers
    assert min(dropped) > 0.1


def test_the_paper_answers_both_questions_with_one_head():
    assert GraphMER(paper()).mnm_head is None
    assert GraphMER(tiny()).mnm_head is not GraphMER(tiny()).mlm_head


def test_autocast_to_bfloat16_changes_little():
    model, batch = encoder(tiny()), random_batch(random.Random(6))
    with torch.no_grad():
        exact = model(batch)
        with torch.autocast("cpu", torch.bfloat16):
            rough = model(batch)
    there = batch.window >= 0
    assert (rough - exact)[there].abs().mean() < 0.02 * exact[there].abs().mean()


def test_bfloat16_rounds_no_frequency_that_heads_begin_with():
    model, batch = encoder(tiny()), random_batch(random.Random(6))
    frequencies = torch.linspace(-12, -3, model.config.vocabulary)
    with torch.no_grad():
        model.token.weight.zero_()
        model.mlm_head.decoder_bias.copy_(frequencies)
        with torch.autocast("cpu", torch.bfloat16):
            said = model.mlm_head(model(batch), model.token.weight)
    assert torch.equal(said, frequencies.expand_as(said))


def test_the_base_size_has_85_million_numbers_in_its_layers():
    with torch.device("meta"):
        counts = parameter_counts(GraphMER(GraphMERConfig.of_size("base", vocabulary=32_768, relations=len(NAMES))))
    assert counts["layers"] == 12 * (4 * 768 * 768 + 2 * 768 * 3072 + 9 * 768 + 3072) == 85_054_464
    assert counts["total"] > counts["layers"] + 32_768 * 768


def test_heads_answer_at_masked_positions_only():
    model, batch = encoder(tiny()), random_batch(random.Random(7))
    with torch.no_grad():
        hidden = model(batch)
        mlm, mnm = model.mlm_logits(hidden, batch), model.mnm_logits(hidden, batch)
        assert mlm.shape == (*batch.mlm_position.shape, 61)
        assert mnm.shape == (*batch.mnm_position.shape, 61)
        row, place = batch.mlm_position.ge(0).nonzero()[-1]
        _says_at_least(mlm[row, place], model.mlm_head, model, hidden[row, batch.mlm_position[row, place]])
        row, place, slot = batch.mnm_position.ge(0).nonzero()[-1]
        _says_at_least(mnm[row, place, slot], model.mnm_head, model, hidden[row, batch.mnm_position[row, place, slot]])


def _says_at_least(said, head, model, node):
    """What the head says, and more only for tokens that can be copied."""
    alone = head(node, model.token.weight)
    assert (said >= alone - 1e-5).all()
    torch.testing.assert_close(said[:SPECIALS], alone[:SPECIALS])
    assert (said > alone + 1e-5).any()
