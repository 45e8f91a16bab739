import pickle
import shutil
import threading
import time

import pytest
import torch

from codegraft.graphsage import serving
from codegraft.graphsage.serving import ServedModel, Serving, Unusable
from tests.graphsage.served import network, write_served


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch):
    monkeypatch.setattr(serving, "RECHECK_SECONDS", 0.0)


def served(path):
    return ServedModel(path, "float32")


def test_a_model_is_read_when_first_asked_for(tmp_path):
    model = served(tmp_path / "model.pt")
    write_served(tmp_path)
    assert model.current().status.trained
    assert model.current().status.text == "trained on epoch 3, seed 0"


def test_a_model_that_did_not_change_is_not_read_again(tmp_path):
    model = served(write_served(tmp_path))
    assert model.current() is model.current()


def test_a_model_that_changed_is_read_again(tmp_path):
    model = served(write_served(tmp_path, temperature=2.0))
    assert model.current().temperature == 2.0
    write_served(tmp_path, temperature=3.0)
    assert model.current().temperature == 3.0


def test_known_programs_that_came_later_are_read(tmp_path):
    model = served(write_served(tmp_path, known=False))
    assert model.current().nearest is None
    write_served(tmp_path, known=True)
    assert model.current().nearest is not None


def test_a_model_is_looked_at_every_second_at_most(tmp_path, monkeypatch):
    monkeypatch.setattr(serving, "RECHECK_SECONDS", 1.0)
    now = 100.0
    monkeypatch.setattr(time, "monotonic", lambda: now)
    model = served(write_served(tmp_path, temperature=2.0))
    model.current()
    write_served(tmp_path, temperature=3.0)
    now = 100.9
    assert model.current().temperature == 2.0
    now = 101.1
    assert model.current().temperature == 3.0


def test_a_model_that_is_being_replaced_stays_in_use(tmp_path):
    model = served(write_served(tmp_path / "graphsage", temperature=2.0))
    before = model.current()
    shutil.rmtree(tmp_path / "graphsage")
    assert model.current() is before
    write_served(tmp_path / "graphsage", temperature=3.0)
    assert model.current().temperature == 3.0


def test_a_model_that_comes_later_is_found(tmp_path):
    model = served(tmp_path / "model.pt")
    assert isinstance(model.current(), Unusable)
    write_served(tmp_path)
    assert isinstance(model.current(), Serving)


class Hostile:
    def __reduce__(self):
        return (exec, ("raise SystemExit('it ran')",))


def spoil(path, kind):
    if kind == "truncated":
        path.write_bytes(path.read_bytes()[:-1000])
    elif kind == "empty":
        path.write_bytes(b"")
    elif kind == "a pickle that runs code":
        path.write_bytes(pickle.dumps(Hostile()))
    elif kind == "a checkpoint that runs code":
        torch.save({"kind": "graphsage model", "model": Hostile()}, path)
    elif kind == "another schema":
        content = torch.load(path, weights_only=True)
        torch.save(content | {"schema": "0" * 64}, path)
    elif kind == "not finite":
        content = torch.load(path, weights_only=True)
        content["model"]["readout.bias"] *= torch.nan
        torch.save(content, path)
    elif kind == "damaged known programs":
        (path.parent / "retrieval.safetensors").write_bytes(b"?")
    elif kind == "a directory":
        path.unlink()
        path.mkdir()


@pytest.mark.parametrize(
    "kind",
    ["truncated", "empty", "a pickle that runs code", "a checkpoint that runs code", "another schema", "not finite",
     "damaged known programs", "a directory"],
)  # fmt: skip
@pytest.mark.parametrize("was_good", [False, True])
def test_a_model_that_cannot_be_used_is_said_with_what_to_do(tmp_path, kind, was_good):
    path = write_served(tmp_path)
    model = served(path)
    if was_good:
        assert model.current().status.trained
    spoil(path, kind)
    status = model.current().status
    assert not status.trained
    assert status.text.startswith("no trained model: ")
    assert "train_graphsage" in status.text
    write_served(tmp_path / "other")
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    shutil.copy(tmp_path / "other" / "model.pt", path)
    shutil.copy(tmp_path / "other" / "retrieval.safetensors", tmp_path)
    assert model.current().status.trained


def test_threads_that_meet_a_changing_model_never_see_half_of_it(tmp_path):
    path = write_served(tmp_path, seed=0, temperature=1.0)
    x = torch.ones(2, 978).numpy()
    edges = torch.zeros(2, 0, dtype=torch.int64).numpy()
    expected = {}
    for seed in range(3):
        model = network(seed)
        with torch.inference_mode():
            said = model(torch.from_numpy(x), torch.from_numpy(edges), torch.zeros(2, dtype=torch.int64), 1)
        expected[seed + 1.0] = said.confidence.item()
    model, ended, wrong = served(path), threading.Event(), []

    def ask():
        while not ended.is_set():
            state = model.current()
            said = state.session.run(["confidence"], {"x": x, "edge_index": edges})[0].item()
            if abs(said - expected[state.temperature]) > 1e-4:
                wrong.append(state.temperature)

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for round_number in range(6):
        write_served(tmp_path, seed=round_number % 3, temperature=round_number % 3 + 1.0)
    ended.set()
    for thread in threads:
        thread.join()
    assert wrong == []
