import json
import threading

import numpy as np
import pytest
import torch

from codegraft.errors import ModelError, ProgramError
from codegraft.graphsage.checkpoint import load_model_for_inference
from codegraft.graphsage.predict import EMPTY, LANGUAGES, LISTED, ONLY_PYTHON, Predictor, predict_files, render
from codegraft.programs.features.extractor import FeatureExtractor
from codegraft.programs.imports import without_imports
from codegraft.programs.reading import BROKEN, CUT, DAMAGED
from tests.graphsage.served import KNOWN, known_embeddings, write_served

PYTHON = "import sys\nfrom array import array\n\ndef total(rows):\n    return sum(rows)\n\nprint(total(array('i')))"
JAVA = "import java.util.List;\npublic class A { int f(List<Integer> rows) { return rows.size(); } }\n"


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    return write_served(tmp_path_factory.mktemp("models") / "graphsage")


def said(path, text, language="python"):
    """What the network says of a text, in PyTorch."""
    graph = FeatureExtractor().graph(text, language)
    network = load_model_for_inference(path).model
    with torch.inference_mode():
        return network(
            torch.from_numpy(graph.x),
            torch.from_numpy(graph.edge_index),
            torch.zeros(len(graph.x), dtype=torch.int64),
            1,
        )


def test_a_prediction_is_what_the_network_says(model):
    found = Predictor(model, precision="float32").predict(PYTHON)
    whole, bare = said(model, PYTHON), said(model, without_imports(PYTHON, "python"))
    assert found.trained
    assert found.confidence == pytest.approx(torch.sigmoid(whole.confidence[0] / 2.0).item(), abs=1e-5)
    imports = dict(zip(("sys", "collections", "array"), bare.imports[0].sigmoid().tolist(), strict=True))
    assert {one.name: one.probability for one in found.imports} == pytest.approx(imports, abs=1e-5)
    bugs = dict(zip(("off_by_one", "wrong_call"), whole.bugs[0].sigmoid().tolist(), strict=True))
    assert {one.name: one.probability for one in found.bugs} == pytest.approx(bugs, abs=1e-5)
    cosine = (known_embeddings() @ whole.embedding[0]).numpy()
    order = np.argsort(-cosine)[:LISTED]
    assert [near.program for near in found.nearest] == [KNOWN[place]["program"] for place in order]
    np.testing.assert_allclose([near.similarity for near in found.nearest], cosine[order], atol=1e-5)


def test_the_most_probable_comes_first(model):
    found = Predictor(model).predict(PYTHON)
    for listed in (found.imports, found.bugs):
        assert [one.probability for one in listed] == sorted((one.probability for one in listed), reverse=True)


def test_imports_are_judged_without_the_import_statements(model):
    predictor = Predictor(model, precision="float32")
    assert predictor.predict(PYTHON).imports == predictor.predict(without_imports(PYTHON, "python")).imports


def test_int8_is_near_float32(model):
    exact, rounded = (Predictor(model, precision=precision).predict(PYTHON) for precision in ("float32", "int8"))
    assert rounded.confidence == pytest.approx(exact.confidence, abs=0.02)


def test_java_is_read_and_its_limit_said(model):
    found = Predictor(model).predict(JAVA, "java")
    assert found.confidence is not None
    assert found.problems == (ONLY_PYTHON,)


@pytest.mark.parametrize("language", ["javascript", "cobol", ""])
def test_a_language_that_was_not_learned_is_refused(model, language):
    with pytest.raises(ProgramError, match="expected one of python, java"):
        Predictor(model).predict("x", language)


@pytest.mark.parametrize(
    ("code", "problem"),
    [
        ("", EMPTY),
        (" \n\t\n", EMPTY),
        ("def f(:\n  return (\n", BROKEN),
        (b"print('caf\xe9')\n", DAMAGED),
        (b"\x7fELF\x02\x01\x00" + bytes(range(256)) * 20, DAMAGED),
        ("print('\udc80')", None),
    ],
)  # fmt: skip
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_too_bad_and_what_is_wrong_with_it_is_said(model, code, problem, language):
    found = Predictor(model).predict(code, language)
    assert 0 <= found.confidence <= 1
    assert problem is None or problem in found.problems
    json.dumps(found.as_json(), allow_nan=False)


def test_of_ten_megabytes_the_first_two_are_read_and_that_is_said(model, tmp_path):
    (tmp_path / "long.py").write_bytes(b"# " + b"x" * 98 + b"\n" + (b"#" + b"y" * 98 + b"\n") * 100_000)
    (found,) = predict_files([tmp_path / "long.py"], Predictor(model)).values()
    assert CUT in found.problems
    assert found.confidence is not None


def test_features_may_be_given_instead_of_a_text(model):
    predictor = Predictor(model)
    bare = without_imports(PYTHON, "python")
    graph = FeatureExtractor().graph(bare)
    assert predictor.predict_graph(graph.x.tolist(), graph.edge_index.tolist()) == predictor.predict(bare)


NONE = np.zeros((2, 0), np.int64)


@pytest.mark.parametrize(
    ("x", "edge_index", "message"),
    [
        (np.zeros((3, 977)), NONE, r"\[3, 977\], expected \[units, 978\]"),
        (np.zeros(978), NONE, r"expected \[units, 978\]"),
        (np.zeros((0, 978)), NONE, "one unit at least"),
        (np.full((1, 978), np.nan), NONE, "feature 0 of unit 0 is not finite"),
        (np.full((1, 978), np.inf), NONE, "not finite"),
        (np.full((1, 978), 1e300), NONE, "not finite"),
        (np.zeros((2, 978)), [[0], [2]], "no|not among the 2"),
        (np.zeros((2, 978)), [[-1], [0]], "not among the 2"),
        (np.zeros((2, 978)), [0, 1], r"expected \[2, edges\]"),
        ("features", NONE, "not a program's graph"),
        ([[1.0], [1.0, 2.0]], NONE, "not a program's graph"),
    ],
)
@pytest.mark.filterwarnings("ignore:overflow encountered in cast")
def test_features_that_are_none_are_refused(model, x, edge_index, message):
    with pytest.raises(ModelError, match=message):
        Predictor(model).predict_graph(x, edge_index)


def test_sixteen_threads_get_what_one_gets(model):
    texts = [PYTHON + f"\nx_{number} = [{number}] * {number}\n" * number for number in range(12)]
    alone = [Predictor(model).predict(text) for text in texts]
    shared, start = Predictor(model), threading.Barrier(16)
    found: dict[int, object] = {}

    def work(first):
        start.wait()
        for place in range(len(texts)):
            number = (first + place) % len(texts)
            found.setdefault(number, set()).add(shared.predict(texts[number]))

    threads = [threading.Thread(target=work, args=(first,)) for first in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [found[number] for number in range(len(texts))] == [{prediction} for prediction in alone]


def test_without_a_model_nothing_looks_like_a_confidence(tmp_path):
    found = Predictor(tmp_path / "model.pt").predict(PYTHON)
    assert not found.trained
    assert found.confidence is None
    assert (found.imports, found.bugs, found.nearest) == ((), (), ())
    assert "dvc repro train_graphsage" in found.status
    assert found.as_json()["confidence"] is None
    assert list(found.lines()) == [f"no prediction: {found.status}"]


def test_files_are_answered_for_people_and_for_programs(model, tmp_path):
    (tmp_path / "a.py").write_text(PYTHON)
    (tmp_path / "B.java").write_text(JAVA)
    found = predict_files([tmp_path / "a.py", tmp_path / "B.java"], Predictor(model))
    assert [prediction.language for prediction in found.values()] == ["python", "java"]
    text = render(found)
    assert text.startswith(f"{tmp_path / 'a.py'}:\n  right with probability 0.")
    assert "possible mistakes: " in text
    assert json.loads(json.dumps({path: one.as_json() for path, one in found.items()})).keys() == found.keys()


@pytest.mark.parametrize(
    ("name", "message"),
    [("missing.py", "No such file"), ("folder.py", "Is a directory"), ("a.txt", "suffix"), ("a.js", "javascript")],
)
def test_a_file_that_cannot_be_read_is_named(model, tmp_path, name, message):
    (tmp_path / "folder.py").mkdir()
    with pytest.raises(ProgramError, match=rf"{name}: .*{message}"):
        predict_files([tmp_path / name], Predictor(model))
