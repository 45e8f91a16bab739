from collections import Counter, defaultdict

import numpy as np
import pytest

from codegraft.graphmer.batches.baselines import count
from codegraft.graphmer.batches.data import Epoch
from codegraft.graphmer.batches.draws import EVALUATION_EPOCH, Draws
from codegraft.graphmer.batches.scores import score
from codegraft.graphmer.chains.specials import EOT, SPECIALS
from tests.graphmer.chains.chain_cases import RELATIONS, SHAPE, VOCABULARY, masker, random_chains

TRAINED, HELD_OUT = random_chains(1, 40), random_chains(2, 40)
BASELINES = count(TRAINED, VOCABULARY, RELATIONS, SHAPE.tail_slots)


def batches():
    epoch = Epoch(HELD_OUT, masker(), Draws(0, EVALUATION_EPOCH))
    return [epoch[index] for index in range(len(epoch))]


def asked() -> tuple[list[int], list[tuple[int, list[int]]]]:
    """Masked root tokens, and masked tails with their relation, read from the batches one by one."""
    roots, tails = [], []
    for batch in batches():
        roots += batch.mlm_target[batch.mlm_position >= 0].tolist()
        for row in range(SHAPE.rows):
            for number, target in zip(batch.mnm_group[row].tolist(), batch.mnm_target[row].tolist(), strict=True):
                if number >= 0:
                    tails.append((int(batch.group_relation[row, number]), [token for token in target if token >= 0]))
    return roots, tails


def target(tail: tuple[int, ...]) -> tuple[int, ...]:
    return (*tail, EOT)[: SHAPE.tail_slots]


def test_roots_are_scored_by_how_often_their_tokens_come():
    roots, _ = asked()
    times = Counter(TRAINED.tokens.tolist())
    kinds, total = len(times), len(TRAINED.tokens)
    loss = [-np.log((times[token] + kinds / VOCABULARY) / (total + kinds)) for token in roots]
    best = max(sorted(times), key=lambda token: times[token])
    scores = score(batches(), BASELINES.frequencies)
    assert scores.mlm_loss == pytest.approx(np.mean(loss))
    assert scores.mlm_accuracy == pytest.approx(np.mean([token == best for token in roots]))
    assert scores.roots == len(roots)


def test_tails_are_scored_by_the_most_frequent_one_of_their_relation():
    _, tails = asked()
    times: dict[int, Counter] = defaultdict(Counter)
    for leaf in (leaf for chain in TRAINED for leaf in chain.groups):
        times[leaf.relation][target(leaf.tail)] += 1
    best = {relation: max(sorted(seen), key=lambda tail: seen[tail]) for relation, seen in times.items()}
    right = [
        [place < len(best[relation]) and best[relation][place] == token for place, token in enumerate(tail)]
        for relation, tail in tails
    ]
    scores = score(batches(), BASELINES.frequencies)
    assert scores.mnm_accuracy == pytest.approx(np.mean([np.mean(slots) for slots in right]))
    assert scores.mnm_exact == pytest.approx(np.mean([all(slots) for slots in right]))
    assert scores.tails == len(tails)


def test_the_loss_of_a_tail_is_that_of_its_slots_frequencies():
    _, tails = asked()
    seen = [(leaf.relation, target(leaf.tail)) for chain in TRAINED for leaf in chain.groups]

    def share(relation: int, slot: int, token: int) -> float:
        rarer = 1 / VOCABULARY
        for chosen in ([tail for _, tail in seen], [tail for other, tail in seen if other == relation]):
            times = Counter(tail[slot] for tail in chosen if slot < len(tail))
            rarer = (times[token] + len(times) * rarer) / (times.total() + len(times))
        return rarer

    loss = [np.mean([-np.log(share(relation, *pair)) for pair in enumerate(tail)]) for relation, tail in tails]
    assert score(batches(), BASELINES.frequencies).mnm_loss == pytest.approx(np.mean(loss))


def test_predictions_are_distributions():
    assert np.exp(BASELINES.token).sum() == pytest.approx(1.0)
    assert np.allclose(np.exp(BASELINES.slot).sum(axis=-1), 1.0)


def test_a_relation_without_triples_takes_what_all_have():
    baselines = count(TRAINED, VOCABULARY, RELATIONS + 1, SHAPE.tail_slots)
    assert baselines.majority[RELATIONS + 1].tolist() == baselines.majority[0].tolist()
    assert np.isfinite(baselines.slot).all()


def seen_elsewhere(batch, row: int, position: int) -> Counter:
    window = batch.window[row].tolist()
    return Counter(
        token
        for place, token in enumerate(batch.tokens[row].tolist())
        if place != position and window[place] == window[position] and token >= SPECIALS
    )


def mixed(prior, batch, row: int, position: int):
    words = seen_elsewhere(batch, row, position)
    if not words:
        return np.exp(prior)
    return 0.7 * np.exp(prior) + 0.3 * np.array([words[token] / words.total() for token in range(VOCABULARY)])


def test_words_of_the_window_get_a_share_of_the_chances():
    root_loss, root_right, tail_loss, tail_right = [], [], [], []
    for batch in batches():
        for row, place in batch.mlm_position.ge(0).nonzero().tolist():
            chances = mixed(BASELINES.token, batch, row, int(batch.mlm_position[row, place]))
            root_loss.append(-np.log(chances[batch.mlm_target[row, place]]))
            root_right.append(chances.argmax() == int(batch.mlm_target[row, place]))
        for row, place in batch.mnm_group.ge(0).nonzero().tolist():
            relation = int(batch.group_relation[row, batch.mnm_group[row, place]])
            pairs = zip(batch.mnm_position[row, place].tolist(), batch.mnm_target[row, place].tolist(), strict=True)
            slots = [(slot, *pair) for slot, pair in enumerate(pairs) if pair[1] >= 0]
            chances = [mixed(BASELINES.slot[relation, slot], batch, row, place) for slot, place, _ in slots]
            tail_loss.append(
                np.mean([-np.log(said[token]) for said, (_, _, token) in zip(chances, slots, strict=True)])
            )
            tail_right.append([said.argmax() == token for said, (_, _, token) in zip(chances, slots, strict=True)])
    scores = score(batches(), BASELINES.words_of_window)
    assert scores.mlm_loss == pytest.approx(np.mean(root_loss))
    assert scores.mlm_accuracy == pytest.approx(np.mean(root_right))
    assert scores.mnm_loss == pytest.approx(np.mean(tail_loss))
    assert scores.mnm_accuracy == pytest.approx(np.mean([np.mean(slots) for slots in tail_right]))
    assert scores.mnm_exact == pytest.approx(np.mean([all(slots) for slots in tail_right]))
