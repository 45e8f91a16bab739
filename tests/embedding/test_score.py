import math

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from codegraft.embedding.score import conditional_table, score


def test_a_score_is_what_its_definition_gives_by_hand():
    true = torch.tensor([0, 0, 1, 2])
    probability = torch.tensor([[0.7, 0.2, 0.1], [0.2, 0.7, 0.1], [0.1, 0.8, 0.1], [0.6, 0.3, 0.1]])
    result = score(true, probability.log(), torch.tensor([4, 4, 4, 2]))
    assert result.accuracy == 0.5
    assert result.repository_accuracy == pytest.approx((2 / 3 + 0) / 2)  # the large repository weighs no more
    assert result.macro_f1 == pytest.approx(
        (1 / 2 + 2 / 3 + 0) / 3
    )  # kind 0: 1 of 2 and 1 of 2; kind 1: 1 of 2, 1 of 1
    assert result.cross_entropy == pytest.approx(-sum(map(math.log, (0.7, 0.2, 0.8, 0.1))) / 4, rel=1e-6)


def test_kinds_that_do_not_occur_are_left_out_of_macro_f1():
    perfect = torch.eye(5).log_softmax(dim=1)[:2]
    assert score(torch.tensor([0, 1]), perfect, torch.zeros(2, dtype=torch.int64)).macro_f1 == 1.0


@given(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 3)), min_size=1, max_size=30))
def test_a_table_counts_kinds_under_each_condition_and_adds_one(pairs):
    kind, given_ = torch.tensor(pairs).T
    table = conditional_table(kind, given_, kinds=3, conditions=4).exp().numpy()
    for condition in range(4):
        counts = np.array([1 + pairs.count((kind, condition)) for kind in range(3)])
        np.testing.assert_allclose(table[condition], counts / counts.sum())
