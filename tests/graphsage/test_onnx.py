import numpy as np
import onnx
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from codegraft.graphsage.model import GraphSAGE, ModelConfig
from codegraft.graphsage.onnx import HEADS, LEAST_QUANTIZED, OPSET, onnx_model, open_session
from tests.graphsage.served import network

MODEL = network()
SESSION = open_session(onnx_model(MODEL))


def graph(units, edges, seed=0):
    rng = np.random.default_rng(seed)
    x = (rng.random((units, 978)) * (rng.random((units, 978)) < 0.1)).astype(np.float32)
    return x, rng.integers(0, units, (2, edges))


def said(model, x, edge_index):
    with torch.inference_mode():
        return model(torch.from_numpy(x), torch.from_numpy(edge_index), torch.zeros(len(x), dtype=torch.int64), 1)


def difference(session, model, x, edge_index):
    answers = session.run(None, {"x": x, "edge_index": edge_index})
    expected = [part.numpy() for part in said(model, x, edge_index)]
    assert [part.shape for part in answers] == [part.shape for part in expected]
    return max(np.abs(mine - theirs).max(initial=0) for mine, theirs in zip(answers, expected, strict=True))


@given(units=st.integers(1, 40), edges=st.integers(0, 120), seed=st.integers(0, 99))
def test_onnx_says_what_the_network_says(units, edges, seed):
    assert difference(SESSION, MODEL, *graph(units, edges, seed)) <= 1e-5


def test_the_network_at_full_width_is_the_same_within_1e_5():
    torch.manual_seed(0)
    model = GraphSAGE(ModelConfig(imports=60, bugs=30)).eval()
    model.direct.fit(torch.rand(9, len(model.direct.mean)))
    torch.nn.init.normal_(model.direct.logits, std=0.01)
    assert difference(open_session(onnx_model(model)), model, *graph(25, 60)) <= 1e-5


def test_edges_matter_both_ways_and_as_often_as_they_are_there():
    x, _ = graph(4, 0)
    ways = [[[0], [1]], [[1], [0]], [[0, 0], [1, 1]], [[0, 0, 0], [1, 1, 2]], [[0, 0], [1, 2]], [[], []]]
    codes = [SESSION.run(["embedding"], {"x": x, "edge_index": np.array(way, np.int64)})[0] for way in ways]
    np.testing.assert_allclose(codes[0], codes[1], atol=1e-6)
    np.testing.assert_allclose(
        codes[0], codes[2], atol=1e-6
    )  # the mean of one neighbour is that neighbour, however often
    assert np.abs(codes[3] - codes[4]).max() > 1e-4
    assert np.abs(codes[0] - codes[5]).max() > 1e-4


@pytest.mark.parametrize(("imports", "bugs"), [(0, 0), (0, 2), (3, 0)])
def test_an_empty_vocabulary_has_an_empty_answer(imports, bugs):
    model = network(imports=imports, bugs=bugs)
    assert difference(open_session(onnx_model(model)), model, *graph(5, 6)) <= 1e-5


def test_int8_is_near_and_a_third_of_the_size():
    torch.manual_seed(0)
    model = GraphSAGE(ModelConfig(imports=60, bugs=30)).eval()
    exact, rounded = onnx_model(model), onnx_model(model, int8=True)
    assert len(rounded) < len(exact) / 3
    x, edge_index = graph(12, 20)
    assert 0 < difference(open_session(rounded), model, x, edge_index) < 0.02


def test_int8_rounds_no_small_matrix():
    stored = onnx.load_from_string(onnx_model(MODEL, int8=True)).graph.initializer
    rounded = [
        np.prod(tensor.dims) for tensor in stored if tensor.data_type == onnx.TensorProto.INT8 and len(tensor.dims) > 1
    ]
    assert rounded
    assert min(rounded) >= LEAST_QUANTIZED


def test_equal_weights_give_equal_bytes_that_pass_the_checker():
    content = onnx_model(MODEL)
    assert content == onnx_model(network())
    model = onnx.load_from_string(content)
    onnx.checker.check_model(model)
    assert [output.name for output in model.graph.output] == list(HEADS)
    assert [(entry.domain, entry.version) for entry in model.opset_import] == [("", OPSET)]
