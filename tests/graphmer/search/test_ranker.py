"""The mix, saved and loaded."""

import json

import numpy as np
import pytest
from safetensors.numpy import load_file, save_file

from codegraft.errors import ModelError
from codegraft.graphmer.chains.tokenizer import CodeTokenizer
from codegraft.graphmer.search.ranker import CONFIG_FILE, WEIGHTS_FILE, Ranker, load_ranker, save_ranker
from tests.graphmer.search.search_cases import bags, embedding, ranker, tokenizer

FUNCTIONS = bags(
    ("read config", "", "path", "open path read"), ("send mail", "", "", "address"), ("area", "", "", "w h")
)


def test_probabilities_add_up_and_the_one_that_fits_has_most():
    pool = ranker().pool(FUNCTIONS)
    found = ranker().probabilities([["read", "path"], ["area"], []], pool)
    assert found.sum(axis=1) == pytest.approx(np.ones(3))
    assert found.argmax(axis=1)[:2].tolist() == [0, 2]
    assert found[2] == pytest.approx(np.full(3, 1 / 3))


def test_the_mix_is_fitted_to_the_answers():
    queries = [["read"], ["send"], ["area"]]
    fitted = Ranker.fit(embedding(), tokenizer(), FUNCTIONS, queries, np.eye(3, dtype=bool), {})
    assert fitted.probabilities(queries, fitted.pool(FUNCTIONS)).diagonal().min() > 0.9


def test_what_is_saved_is_what_is_loaded(tmp_path):
    save_ranker(tmp_path / "a", ranker())
    again = load_ranker(tmp_path / "a", tokenizer())
    assert again.embedding.digest == ranker().embedding.digest
    assert (again.mix.tolist(), again.trained_on) == (ranker().mix.tolist(), {"seed": 0})
    save_ranker(tmp_path / "b", again)
    for name in (CONFIG_FILE, WEIGHTS_FILE):
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


def config(change):
    def damage(place):
        file = place / CONFIG_FILE
        file.write_text(json.dumps({**json.loads(file.read_text()), **change}))

    return damage


def weights(change):
    def damage(place):
        file = place / WEIGHTS_FILE
        tensors = load_file(file)
        change(tensors)
        save_file(tensors, file)

    return damage


@pytest.mark.parametrize(
    "damage",
    [
        lambda place: (place / CONFIG_FILE).unlink(),
        lambda place: (place / WEIGHTS_FILE).unlink(),
        lambda place: (place / CONFIG_FILE).write_text("{"),
        lambda place: (place / CONFIG_FILE).write_text("[]"),
        lambda place: (place / CONFIG_FILE).write_bytes(b"\xff"),
        lambda place: (place / WEIGHTS_FILE).write_bytes((place / WEIGHTS_FILE).read_bytes()[:-9]),
        lambda place: (place / WEIGHTS_FILE).write_bytes(b""),
        config({"kind": "graphmer model"}),
        config({"mix": {}}),
        config({"mix": {name: float("nan") for name in ("name", "scope", "parameters", "body", "meaning")}}),
        weights(lambda tensors: tensors.pop("scales")),
        weights(lambda tensors: tensors.update(more=np.ones(1))),
        weights(lambda tensors: tensors.update(scales=np.ones(9, np.float32))),
        weights(lambda tensors: tensors["tokens"].fill(np.inf)),
    ],
)
def test_what_is_damaged_is_refused_in_one_line(tmp_path, damage):
    save_ranker(tmp_path / "model", ranker())
    damage(tmp_path / "model")
    with pytest.raises(ModelError, match="train it with") as refused:
        load_ranker(tmp_path / "model", tokenizer())
    assert "\n" not in str(refused.value)


def test_another_tokenizer_is_refused(tmp_path):
    save_ranker(tmp_path / "model", ranker())
    with pytest.raises(ModelError, match="tokenizer"):
        load_ranker(tmp_path / "model", CodeTokenizer.train(["def other(): pass"], 300))


def test_a_place_that_cannot_be_written_is_said(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(ModelError, match="cannot be written"):
        save_ranker(tmp_path / "file" / "model", ranker())
