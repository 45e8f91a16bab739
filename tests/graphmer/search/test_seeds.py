"""Rankers of several seeds share a directory, of which the first is what a search uses."""

import numpy as np
import pytest

from codegraft.errors import ModelError
from codegraft.graphmer.search.ranker import load_ranker
from codegraft.graphmer.search.seeds import read_rankers, write_rankers
from tests.graphmer.search.search_cases import ranker, tokenizer


def test_they_come_back_the_first_one_first(tmp_path):
    one, other = ranker(), ranker()
    write_rankers(tmp_path / "search", {4: one, 7: other})
    found = read_rankers(tmp_path / "search", tokenizer())
    assert len(found) == 2
    np.testing.assert_array_equal(load_ranker(tmp_path / "search", tokenizer()).mix, found[0].mix)
    assert (tmp_path / "search/seed_7").is_dir()


def test_nothing_is_refused(tmp_path):
    with pytest.raises(ModelError, match="train_search"):
        read_rankers(tmp_path, tokenizer())
