"""What rounding costs is measured on both copies of the network, and too much of it does not hold."""

import numpy as np
import pytest
from sklearn.metrics import roc_auc_score

from codegraft.graphsage import quantization as module
from codegraft.graphsage.onnx import onnx_model, open_session
from codegraft.graphsage.quantization import Judged, feeds_of, quantization
from codegraft.programs.features.extractor import FeatureExtractor
from codegraft.programs.packed import pack
from tests.graphsage.served import trained

TEXTS = [f"a = {number}\nprint(a * {number})\n" for number in range(6)]
PASSED = np.array([True, False] * 3)
IMPORTED = np.array([[True, False, False], [False, True, True]] * 3)


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    return trained(tmp_path_factory.mktemp("models"))


@pytest.fixture(scope="module")
def feeds():
    return feeds_of(pack(FeatureExtractor().graphs(TEXTS)), range(len(TEXTS)))


def test_feeds_are_the_graphs(feeds):
    graphs = FeatureExtractor().graphs(TEXTS)
    for feed, graph in zip(feeds, graphs, strict=True):
        np.testing.assert_array_equal(feed["x"], graph.x)
        np.testing.assert_array_equal(feed["edge_index"], graph.edge_index)


def test_both_copies_are_judged_on_programs_and_imports(model, feeds):
    found = quantization(model, Judged(feeds, PASSED), Judged(feeds, IMPORTED))
    losses = [found[f"{name}_float32"] - found[f"{name}_int8"] for name in ("auroc", "imports_micro_f1")]
    assert found["holds"] == (max(losses) <= module.LARGEST_LOSS)
    assert 0 <= found["confidence_shift_p95"] <= found["confidence_shift_max"] < 0.05
    exact = open_session(onnx_model(model.model))
    assert found["auroc_float32"] == roc_auc_score(
        PASSED, [exact.run(["confidence"], feed)[0].item() for feed in feeds]
    )
    assert 0 < found["imports_micro_f1_int8"] <= 1
    assert 0 < found["imports_micro_f1_float32"] <= 1


@pytest.mark.parametrize("passed", [True, False])
def test_where_there_is_nothing_to_tell_apart_there_is_no_figure(model, feeds, passed):
    found = quantization(model, Judged(feeds, np.full(6, passed)), Judged([], np.empty((0, 3), bool)))
    assert found["holds"]
    assert not {"auroc_int8", "imports_micro_f1_int8"} & found.keys()


@pytest.mark.parametrize("output", ["confidence", "imports"])
def test_a_loss_of_accuracy_does_not_hold_though_confidences_hardly_move(model, feeds, monkeypatch, output):
    said = module._said
    calls = []

    def opposite(session, name, judged):
        """The first copy says what is true, the second the opposite, by a hair."""
        calls.append(name)
        sign = 1 if calls.count(name) == 1 else -1
        return sign * (judged.true - 0.5) * 1e-3 if name == output else said(session, name, judged)

    monkeypatch.setattr(module, "_said", opposite)
    found = quantization(model, Judged(feeds, PASSED), Judged(feeds, IMPORTED))
    assert found["confidence_shift_p95"] <= module.LARGEST_SHIFT
    assert not found["holds"]
