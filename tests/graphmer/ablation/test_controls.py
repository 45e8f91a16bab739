"""The controls: tails that are exchanged within a relation and nothing else, questions that stay the same."""

from collections import Counter

import numpy as np

from benchmarks import graphmer_controls as controls
from codegraft.graphmer.ablation.questions import questions_of
from codegraft.graphmer.ablation.variants import WHOLE, section_of
from codegraft.params import Ablation
from tests.graphmer.training.cases import small_params, small_task

EXCHANGED = {"tail_entity", "shortened", "tail_offsets", "tail_tokens"}


def tails(chains):
    """Relation and all that is known of the tail, group by group."""
    groups = (group for chain in chains for group in chain.groups)
    return [(group.relation, group.tail, group.tail_entity, group.shortened) for group in groups]


def test_shuffled_tails_are_exchanged_within_a_relation_and_nothing_else_is():
    chains = small_task().train
    shuffled = controls.shuffled_tails(chains, np.random.default_rng(0))
    before, after = tails(chains), tails(shuffled)
    assert Counter(before) == Counter(after)
    assert [relation for relation, *_ in before] == [relation for relation, *_ in after]
    assert np.mean([one != other for one, other in zip(before, after, strict=True)]) > 0.5
    for name in chains.arrays().keys() - EXCHANGED:
        np.testing.assert_array_equal(chains.arrays()[name], shuffled.arrays()[name], err_msg=name)


def test_controls_are_asked_for_what_the_whole_is_asked_for():
    task = small_task()
    whole = section_of(WHOLE, small_params(), Ablation(steps=3, seeds=[0, 1, 2], windows=None))
    variants = controls.variants_of(task, whole)
    assert [learned.train is task.train for learned, _ in variants.values()] == [True, True, False]
    for learned, section in variants.values():
        assert learned.held_out is task.held_out
        assert questions_of(task, whole, section).hidden.any()
