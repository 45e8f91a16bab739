"""A linker answers about code that it never saw, by what is seen of it alone."""

from dataclasses import replace

import numpy as np
import pytest

from codegraft.errors import ModelError
from codegraft.graphmer.linking.apply import apply
from codegraft.graphmer.linking.graph import Questions, Side
from tests.graphmer.linking.codes import linker_of, own_of, tokenizer, write


@pytest.fixture(scope="module")
def own(tmp_path_factory):
    return own_of(write(tmp_path_factory.mktemp("code") / "mine"), kept=None)


def scores(own, links, side, linkers):
    repository = links.repositories.index("mine")
    known = np.flatnonzero(links.repository == repository)
    relation = np.arange(len(known)) % len(links.relations)
    asked = Questions(side, repository, known, relation, np.full(len(known), -1))
    return [system.scores(asked, links.candidates(repository)) for system in apply(linkers, own, links, tokenizer())]


@pytest.mark.parametrize("side", Side)
def test_everything_gets_a_finite_score_from_each_linker(own, side):
    one, other = scores(own, own.links(), side, [linker_of(0), linker_of(1)])
    assert one.shape == other.shape
    assert np.isfinite(one).all()
    assert not np.array_equal(one, other)


@pytest.mark.parametrize("side", Side)
def test_what_is_hidden_changes_no_score(own, side):
    seen = np.random.default_rng(0).random(len(own.graph.triples)) < 0.7
    links = own.links(seen)
    hidden = np.flatnonzero(~seen)
    changed = replace(links, tail=links.tail.copy(), relation=links.relation.copy())
    changed.tail[hidden] = np.roll(links.tail[hidden], 1)
    changed.relation[hidden] = np.roll(links.relation[hidden], 1)
    np.testing.assert_array_equal(scores(own, links, side, [linker_of(0)]), scores(own, changed, side, [linker_of(0)]))


def test_a_linker_of_another_ontology_is_refused(own):
    linker = replace(linker_of(0), relations=("calls",))
    with pytest.raises(ModelError, match="another ontology"):
        apply([linker], own, own.links(), tokenizer())
