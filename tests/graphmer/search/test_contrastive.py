"""Training of the dual encoder."""

import numpy as np
import pytest
import torch

from codegraft.graphmer.search.contrastive import (
    DualEncoder,
    Settings,
    info_nce,
    train_embedding,
    untrained_embedding,
)
from codegraft.graphmer.search.fields import FIELDS, FieldBags, Fields
from codegraft.graphmer.search.pairs import Pair, Pairs, pair_of
from tests.graphmer.search.search_cases import tokenizer

SETTINGS = Settings(dimensions=16, epochs=30, batch_size=8, lr=0.02, dropout=0.1, name_dropout=0.2, temperature=0.1)
SYNONYMS = {"big": "large", "fast": "quick", "begin": "start", "end": "stop", "save": "keep", "load": "fetch"}


def synonym_pairs():
    """Functions whose text has no word in common with the code."""
    rng = np.random.default_rng(0)
    pairs = []
    for number in range(48):
        words = [str(word) for word in rng.choice(list(SYNONYMS), 3, replace=False)]
        function = Fields([words[0]], [], [], words[1:])
        pairs.append(Pair(f"r{number % 3}", function, [SYNONYMS[word] for word in words]))
    return Pairs(pairs, tokenizer())


def similarity(embedding):
    code = embedding.functions(FieldBags.of(Fields([word], [], [], [word]) for word in SYNONYMS), tokenizer())
    text = embedding.queries([[word] for word in SYNONYMS.values()], tokenizer())
    return text @ code.T


def test_words_that_mean_the_same_come_close():
    trained = similarity(train_embedding(synonym_pairs(), SETTINGS, seed=0))
    untrained = similarity(untrained_embedding(synonym_pairs(), SETTINGS, seed=0))
    assert (trained.argmax(axis=1) == np.arange(len(SYNONYMS))).mean() == 1.0
    assert np.diag(trained).mean() > np.diag(untrained).mean() + 0.5


def test_equal_seeds_give_equal_numbers():
    short = Settings(16, 2, 8, 0.02, 0.1, 0.2, 0.1)
    digests = [train_embedding(synonym_pairs(), short, seed).digest for seed in (0, 0, 1)]
    assert digests[0] == digests[1] != digests[2]


def test_training_scores_as_use_does():
    pairs = synonym_pairs()
    rarity = torch.rand(tokenizer().vocabulary) + 0.5
    encoder = DualEncoder(rarity, SETTINGS)
    logits = encoder(pairs.columns, torch.ones(len(pairs), len(FIELDS)))
    embedding = encoder.embedding()
    functions = FieldBags.of(Fields(["big"], [], [], ["fast", "end"]) for _ in range(1))
    one = Pairs([Pair("r", Fields(["big"], [], [], ["fast", "end"]), ["large", "quick"])], tokenizer())
    alone = encoder(one.columns, torch.ones(1, len(FIELDS))).item() * SETTINGS.temperature
    cosine = embedding.queries([["large", "quick"]], tokenizer()) @ embedding.functions(functions, tokenizer()).T
    assert alone == pytest.approx(cosine.item(), abs=1e-5)
    assert logits.shape == (len(pairs), len(pairs))


def test_the_loss_is_that_of_both_directions_without_equal_texts():
    logits = np.array([[2.0, 1.0, 0.0], [0.5, 1.5, 0.0], [9.0, 0.0, 1.0]])
    kept = [[0, 1], [0, 1, 2], [1, 2]]
    missed = [
        np.logaddexp.reduce(values[row, others]) - values[row, row]
        for values in (logits, logits.T)
        for row, others in enumerate(kept)
    ]
    assert info_nce(torch.from_numpy(logits), torch.tensor([7, 8, 7])).item() == pytest.approx(np.mean(missed))


def test_batches_are_of_one_repository_and_hold_every_pair_once():
    pairs = synonym_pairs()
    batches = list(pairs.batches(5, np.random.default_rng(0)))
    assert sorted(np.concatenate(batches).tolist()) == list(range(48))
    assert all(len(rows) <= 5 and len(set(pairs.repository[rows])) == 1 for rows in batches)


def test_a_function_without_documentation_is_asked_for_by_the_name_that_it_loses():
    function = Fields(["read", "file"], ["io"], [], ["open"] * 8)
    assert pair_of("r", function, ["said"]) == Pair("r", function, ["said"])
    assert pair_of("r", function, []) == Pair("r", function._replace(name=[]), ["read", "file"])
    assert pair_of("r", function._replace(name=["read"]), []) is None
    assert pair_of("r", function._replace(body=["open"]), []) is None
