"""The encoder's scores of names are the sums over slots that one window at a time gives."""

import numpy as np
import pytest
import torch

from codegraft.graphmer.batches.batch import NONE, Shape
from codegraft.graphmer.batches.collate import collate
from codegraft.graphmer.batches.masking import Masker
from codegraft.graphmer.chains.specials import EOT, MASK
from codegraft.graphmer.encoder.config import GraphMERConfig
from codegraft.graphmer.encoder.encoder import GraphMER
from codegraft.graphmer.linking.graph import Side, questions_of
from codegraft.graphmer.linking.tail_scores import TailScores
from tests.graphmer.linking.hidden import own, task

SLOTS = 8


@pytest.fixture(scope="module")
def encoder():
    torch.manual_seed(0)
    relations = len(own().ontology.relations)
    return GraphMER(
        GraphMERConfig.of_size("tiny", vocabulary=task().vocabulary, relations=relations, tail_slots=SLOTS)
    ).eval()


@pytest.fixture(scope="module")
def masker():
    return Masker(Shape(1, 512, 64, 8, 16, SLOTS, 8), task().vocabulary, 0.15, 0.3, visible_leaves=True)


def hidden_windows(masker, triple):
    """Its window with what is seen, and what of it is masked."""
    chains = own().chains
    group = int(np.flatnonzero(chains.triple == triple)[0])
    window = int(np.searchsorted(chains.group_offsets, group, side="right")) - 1
    one = chains.select(np.array([window]))
    one = one.keep_groups((one.triple == triple) | task().graph.seen[one.triple])
    return one, masker.ask(one, one.triple == triple)


def test_scores_are_sums_over_the_slots_of_each_name(encoder, masker):
    graph = task().graph
    system = TailScores(encoder, masker, own().chains, graph, own().names)
    contexts = task().reading.contexts
    for questions, _ in questions_of(graph, task().parts.asked["transductive"], Side.TAIL):
        candidates = graph.candidates(questions.repository)
        found = system.scores(questions, candidates)
        for row, triple in enumerate(questions.triple.tolist()):
            if not contexts.hangs(np.array([triple]))[0]:
                assert (found[row] == 0).all()
                continue
            one, masked = hidden_windows(masker, triple)
            batch = collate(one, masked, np.array([0]), masker.shape)
            with torch.no_grad():
                said = encoder.mnm_logits(encoder(batch), batch)[batch.mnm_group != NONE][0].log_softmax(dim=-1)
            names = own().names
            for place, entity in enumerate(candidates.tolist()):
                tokens = names.tokens[slice(*names.token_offsets[entity : entity + 2])].tolist()
                tokens += [EOT] * (len(tokens) < SLOTS)
                expected = sum(float(said[slot, token]) for slot, token in enumerate(tokens))
                assert found[row, place] == pytest.approx(expected, abs=1e-3)


def test_neither_the_answer_nor_what_is_hidden_is_to_be_seen(masker):
    graph = task().graph
    contexts = task().reading.contexts
    for triple in task().parts.asked["transductive"].tolist():
        if not contexts.hangs(np.array([triple]))[0]:
            continue
        one, masked = hidden_windows(masker, triple)
        shown = one.triple[masked.groups[~masked.hidden]]
        assert graph.seen[shown].all()
        assert one.triple[masked.groups[masked.hidden]].tolist() == [triple]
        [leaf] = [leaf for leaf in one[0].groups if leaf.triple == triple]
        for first, stop in leaf.mentions:
            assert (masked.tokens[first:stop] == MASK).all()


def test_heads_are_not_asked_of_it(encoder, masker):
    graph = task().graph
    system = TailScores(encoder, masker, own().chains, graph, own().names)
    questions, _ = next(questions_of(graph, task().parts.asked["transductive"], Side.HEAD))
    assert (system.scores(questions, graph.candidates(questions.repository)) == 0).all()
