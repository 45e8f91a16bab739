"""Linkers learn, twice the same, and only from what may be learned."""

from dataclasses import replace

import numpy as np
import pytest
import torch

from codegraft.graphmer.linking.graph import Questions, Side, questions_of
from codegraft.graphmer.linking.linker import ASKED, FEATURES, Features, ReaderScores, fit_weights, fitting_rivals
from codegraft.graphmer.linking.reader import Reader, ReaderConfig, Reading
from codegraft.graphmer.linking.rivals import Rivals, rivals_of
from codegraft.graphmer.linking.series import write_losses
from codegraft.graphmer.linking.train import figures, train_linker, train_linkers
from codegraft.graphmer.linking.train_reader import train_reader
from tests.graphmer.linking.hidden import own, params, task

pytestmark = pytest.mark.filterwarnings("ignore:A worker stopped")


@pytest.fixture(scope="module")
def trained():
    return train_linkers(task(), params())


def config(**parts):
    graph = task().graph
    return ReaderConfig(task().vocabulary, len(graph.relations), len(graph.types), 8, **parts)


def asked(side=Side.TAIL):
    return next(questions_of(task().graph, task().parts.asked["transductive"], side))[0]


def same(one, other):
    assert all(torch.equal(a, b) for a, b in zip(one.reader.parameters(), other.reader.parameters(), strict=True))
    np.testing.assert_array_equal(one.weights, other.weights)
    np.testing.assert_array_equal(one.without_reader, other.without_reader)


def test_training_again_gives_the_same_to_the_last_bit(trained):
    again = train_linker(task(), params(), 1)
    same(trained[1].linker, again.linker)
    np.testing.assert_array_equal(trained[1].losses, again.losses)
    assert trained[1].surprise == again.surprise


def test_seeds_differ(trained):
    assert not np.array_equal(trained[0].losses, trained[1].losses)


def test_readers_learn():
    _, losses = train_reader(task().reading, task().parts.learned, config(), params(epochs=30), 0)
    epoch = len(losses) // 30
    assert losses[-epoch:].mean() < 0.6 * losses[:epoch].mean()


def test_what_is_hidden_teaches_nothing():
    graph = task().graph
    hidden = np.flatnonzero(~graph.seen)
    other = replace(graph, tail=graph.tail.copy(), relation=graph.relation.copy())
    other.tail[hidden] = np.roll(other.tail[hidden], 1)
    other.relation[hidden] = np.roll(other.relation[hidden], 1)
    reading = Reading(other, task().reading._spelling, task().reading.contexts)
    one, two = (
        train_reader(shown, task().parts.learned, config(), params(), 0)[0] for shown in (task().reading, reading)
    )
    assert all(torch.equal(a, b) for a, b in zip(one.parameters(), two.parameters(), strict=True))


def test_the_weights_make_answers_less_surprising_with_the_reader_than_without(trained):
    for one in trained:
        assert one.surprise["linker"] <= one.surprise["evidence"] + 1e-3
        assert np.isfinite(one.linker.weights).all()
        assert (one.linker.without_reader[:, :, FEATURES.index("reader")] == 0).all()


def test_figures_say_what_was_learned_from(trained):
    found = figures(task(), trained, params())
    assert found["learned"] == len(task().parts.learned)
    assert found["fitted"] == min(20, len(task().parts.fitting))
    assert set(found["seeds"]) == {"0", "1"}


def test_losses_are_written_in_means(tmp_path):
    write_losses(tmp_path / "losses.csv", {0: np.arange(45.0), 3: np.zeros(45)})
    assert (tmp_path / "losses.csv").read_text() == "step,seed_0,seed_3\n20,9.5,0.0\n40,29.5,0.0\n"


@pytest.mark.parametrize("part", ["use_code", "use_leaves", "use_relation"])
def test_every_part_that_a_reader_reads_matters_unless_it_is_switched_off(part):
    torch.manual_seed(0)
    reader, graph = Reader(config(**{part: False})).eval(), task().graph
    whole = Reader(config()).eval()
    whole.load_state_dict(reader.state_dict())
    seen = task().reading.asked(asked())
    assert not torch.equal(reader.ask(seen), whole.ask(seen))
    changed = {
        "use_code": seen._replace(before=seen.before.roll(1, 0), after=seen.after.roll(1, 0)),
        "use_leaves": seen._replace(leaves=seen.leaves._replace(tokens=seen.leaves.tokens.roll(1))),
        "use_relation": seen._replace(relation=(seen.relation + 1) % (2 * len(graph.relations))),
    }[part]
    assert torch.equal(reader.ask(seen), reader.ask(changed))
    assert not torch.equal(whole.ask(seen), whole.ask(changed))


def test_the_answer_is_no_leaf_of_its_own_question():
    graph, reading = task().graph, task().reading
    for side in Side:
        for questions, _ in questions_of(graph, task().parts.learned, side):
            known, answer = (end[questions.triple] for end in graph.ends(side))
            leaf, owner = reading._leaves(known, answer)
            assert not (leaf == answer[owner]).any()


def test_rivals_stand_for_all_candidates():
    graph, questions = task().graph, asked()
    candidates = graph.candidates(questions.repository)
    said = task().evidence.features(questions, candidates)
    generator = np.random.default_rng(0)
    found = [rivals_of(graph, questions, np.zeros(len(questions), int), candidates, said, generator) for _ in range(60)]
    wrong = (~graph.truth(questions, candidates)).sum(axis=1) + 1
    total = np.mean([np.exp(one.log_weight).sum(axis=1) for one in found], axis=0)
    np.testing.assert_allclose(total, wrong, rtol=0.1)
    place = np.searchsorted(candidates, graph.tail[questions.triple])
    for one in found:
        np.testing.assert_array_equal(one.features[:, 0], said[:, np.arange(len(questions)), place].T)


def test_weights_are_found_where_answers_follow_them():
    generator = np.random.default_rng(1)
    features = generator.standard_normal((600, 12, 3)).astype(np.float32)
    chances = np.exp(features @ np.array([2.0, -1.0, 0.0]))
    answer = [generator.choice(12, p=row / row.sum()) for row in chances]
    for row, place in enumerate(answer):
        features[row, [0, place]] = features[row, [place, 0]]
    nothing = np.zeros(600, np.int64)
    rivals = Rivals(nothing, nothing, features, np.zeros((600, 12), np.float32))
    weights, surprise = fit_weights(rivals, 2, 0.01)
    np.testing.assert_allclose(weights[0, 0], [2.0, -1.0, 0.0], atol=0.25)
    assert surprise < np.log(12)
    np.testing.assert_array_equal(weights[1, 0], 0)


def test_questions_are_told_apart_by_what_there_is_to_read(trained):
    features = Features(task().evidence, ReaderScores(trained[0].linker.reader, task().reading))
    questions = asked()
    bare = Questions(Side.TAIL, questions.repository, questions.known, questions.relation, np.full(len(questions), -1))
    assert set(features.asked_as(bare)) == {ASKED.index("tail")}
    assert set(features.asked_as(asked(Side.HEAD))) == {ASKED.index("head")}
    hung = task().reading.contexts.hangs(questions.triple)
    np.testing.assert_array_equal(features.asked_as(questions) == ASKED.index("tail_in_code"), hung)
    rivals = fitting_rivals(features, task().parts.fitting, 0)
    assert len(rivals.asked_as) == 3 * len(task().parts.fitting)


def test_linked_scores_are_the_weighted_features(trained):
    linker, questions = trained[0].linker, asked()
    candidates = task().graph.candidates(questions.repository)
    features = Features(task().evidence, ReaderScores(linker.reader, task().reading))
    said, ways = features.of(questions, candidates), features.asked_as(questions)
    expected = [linker.weights[ways[row], questions.relation[row]] @ said[:, row] for row in range(len(questions))]
    system = linker.on(task().evidence, task().reading)
    np.testing.assert_allclose(system.scores(questions, candidates), expected, rtol=1e-4, atol=1e-4)
    assert len(own().graph.triples) == len(task().graph.head)
