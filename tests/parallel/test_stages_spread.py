"""The bytes of a graph, of labels and of features are the same, whoever worked on them."""

import pytest

from codegraft.parallel.workers import Workers
from codegraft.params import load_params
from codegraft.programs.dataset import featurize, write_features
from codegraft.programs.label import Labelling, label_problems
from tests.kg.build import test_build as kg
from tests.programs import test_dataset as features
from tests.programs.label_problems import problem

HERE = Workers()


@pytest.fixture(scope="module", params=["loky", "dask", pytest.param("ray", marks=pytest.mark.slow)])
def workers(request):
    with Workers(2, request.param) as started:
        yield started


def test_a_graph_of_many_repositories(workers, tmp_path):
    built = kg.written(kg.texts(), tmp_path / "spread", workers=workers)
    assert built == kg.written(kg.texts(), tmp_path / "here", workers=HERE)


def test_a_graph_of_many_files(workers, tmp_path):
    line = "def f(x):\n    return f(x)\n"
    large = kg.texts({f"r/m{number}.py": line * 5_000 + f"y = {number}\n" for number in range(6)})
    built = kg.written(large, tmp_path / "spread", workers=workers)
    assert built == kg.written(large, tmp_path / "here", workers=HERE)


def test_labels(workers):
    problems = [problem(f"largest {number}") for number in range(4)]
    labelling = Labelling(10, 3, 1, "namespaces", None)
    assert label_problems(problems, labelling, workers).equals(label_problems(problems, labelling, HERE))


def test_features(workers, tmp_path):
    params = load_params().programs.model_copy(update={"functions": 30, "imports": 3})
    for name, who in (("spread", workers), ("here", HERE)):
        made = featurize(features.labels(), features.sources(), {}, params, seed=0, workers=who)
        write_features(tmp_path / name, made.dataset)
    written = [{file.name: file.read_bytes() for file in (tmp_path / name).iterdir()} for name in ("spread", "here")]
    assert written[0] == written[1]
