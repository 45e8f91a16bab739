import json

import numpy as np
import pytest

from codegraft.errors import ModelError
from codegraft.files import write_json
from codegraft.graphsage import benchmark as module
from codegraft.graphsage.benchmark import benchmark, check, latencies, statistics
from codegraft.graphsage.checkpoint import load_model_for_inference
from codegraft.graphsage.quantization import Judged, feeds_of
from codegraft.programs.features.extractor import FeatureExtractor
from codegraft.programs.packed import pack
from tests.graphsage.served import write_served

TEXTS = [f"a = {number}\nprint(a * {number})\n" for number in range(6)]


@pytest.fixture(autouse=True)
def _few(monkeypatch):
    monkeypatch.setattr(module, "ITERATIONS", 20)
    monkeypatch.setattr(module, "WARM_UP", 3)


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    return write_served(tmp_path_factory.mktemp("models"))


@pytest.fixture(scope="module")
def programs():
    feeds = feeds_of(pack(FeatureExtractor().graphs(TEXTS)), range(len(TEXTS)))
    return Judged(feeds, np.array([True, False] * 3))


NO_IMPORTS = Judged([], np.empty((0, 3), bool))


def test_inputs_are_taken_in_turn_after_the_warm_up():
    called = []
    spent = latencies(called.append, ["a", "b"], "title")
    assert called == ["a", "b", "a"] + ["a", "b"] * 10
    assert spent.shape == (20,)
    assert (spent >= 0).all()


def test_statistics_of_known_latencies():
    assert statistics(np.arange(101.0)) == {"mean": 50.0, "p50": 50.0, "p95": 95.0, "p99": 99.0, "max": 100.0}


def test_all_figures_are_there_and_can_be_written(model, programs, tmp_path):
    figures = benchmark(load_model_for_inference(model), model, programs, NO_IMPORTS, TEXTS)
    write_json(tmp_path / "metrics.json", figures)
    found = json.loads((tmp_path / "metrics.json").read_text())
    assert found["latency_ms"].keys() == {"mean", "p50", "p95", "p99", "max"}
    assert found["throughput_per_s"] == pytest.approx(1000 / found["latency_ms"]["mean"], rel=0.01)
    assert found["text_latency_ms"]["p50"] > found["latency_ms"]["p50"]
    assert (found["programs"], found["units"]["max"]) == (6, max(len(feed["x"]) for feed in programs.feeds))
    assert found["megabytes"]["int8"] < found["megabytes"]["float32"]
    assert {"auroc_float32", "auroc_int8", "holds"} <= found["int8"].keys()


def test_no_program_is_an_error(model):
    with pytest.raises(ModelError, match="no program to measure with"):
        benchmark(load_model_for_inference(model), model, Judged([], np.empty(0, bool)), NO_IMPORTS, [])


def test_a_target_that_is_missed_is_an_error():
    good = {"within_target": True, "latency_ms": {"mean": 11.0}, "int8": {"holds": True, "confidence_shift_p95": 0.5}}
    check(good)
    with pytest.raises(ModelError, match=r"takes 11\.0 ms in the mean, more than 10 ms"):
        check(good | {"within_target": False})
    with pytest.raises(ModelError, match=r"0\.5.* serve the model in float32"):
        check(good | {"int8": good["int8"] | {"holds": False}})
