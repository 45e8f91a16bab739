from concurrent.futures import ThreadPoolExecutor

import pytest
import yaml

from tests.pipeline.alone import faults
from tests.pipeline.lock import copy_tree
from tests.pipeline.repeat import differences

SOURCES = {"packages": ["PyYAML", "funcy", "pathspec"], "tests_of": ["java_sample"]}
EMBED_NODES = {
    "epochs": 1,
    "hidden": 8,
    "layers": [1],
    "seeds": [0, 1],
    "test_nodes": 500,
    "train_nodes": 1000,
    "tsne_perplexity": 5.0,
    "tsne_points": 40,
}
PROGRAMS = {"limit": 8, "mutants": 3}
GRAPHSAGE = {"epochs": 1, "seeds": [0, 1], "jobs": 1}
CHAINS = {"vocabulary": 600}
GRAPHMER = {"size": "tiny", "steps": 4, "eval_every": 2, "checkpoint_every": 2, "eval_windows": 20}
ABLATION = {"steps": 2, "windows": 100}
LINKER = {"width": 8, "epochs": 1, "questions": 60, "seeds": [0, 1]}
SEARCH = {"dimensions": 16, "epochs": 1, "seeds": [0, 1]}
EVALUATION = {"questions": 40}
DVC_YAML = """
stages:
  planted:
    cmd: PYTHONPATH=src python -m codegraft.stages.planted
    deps: [src/codegraft/__init__.py, src/codegraft/stages/planted.py, data/declared]
    outs: [data/planted]
"""


@pytest.fixture(scope="module")
def runs(tmp_path_factory):
    """Faults and results of the pipeline on small sources, in two places, under two hash seeds."""
    root = copy_tree(tmp_path_factory.mktemp("copy"))
    params = yaml.safe_load((root / "params.yaml").read_text())
    params["sources"] |= SOURCES
    params["embed_nodes"] |= EMBED_NODES
    params["programs"] |= PROGRAMS
    params["graphsage"] |= GRAPHSAGE
    params["chains"] |= CHAINS
    params["graphmer"] |= GRAPHMER
    params["ablation"] |= ABLATION
    params["linker"] |= LINKER
    params["search"] |= SEARCH
    params["evaluation"] |= EVALUATION
    (root / "params.yaml").write_text(yaml.safe_dump(params | {"threads": 1, "hardware": "cpu"}))
    places = [tmp_path_factory.mktemp(name) for name in ("here", "elsewhere")]
    with ThreadPoolExecutor(2) as pool:
        found = list(pool.map(lambda seed: faults(root, places[seed], seed), range(2)))
    return found, [place / "all" for place in places]


def test_every_stage_runs_on_its_deps_alone_and_leaves_its_outputs_alone(runs):
    assert runs[0] == [[], []]


def test_the_pipeline_gives_the_same_bytes_twice(runs):
    assert differences(*runs[1]) == []


@pytest.fixture
def planted(tmp_path):
    """Run a repository of one stage, which does what is given and then writes its output."""

    def run(code):
        root = tmp_path / "repository"
        for name in ("src/codegraft/stages", "data"):
            (root / name).mkdir(parents=True)
        for name in ("src/codegraft/__init__.py", "src/codegraft/unlisted.py", "data/declared", "data/undeclared"):
            (root / name).touch()
        for name, text in (("dvc.yaml", DVC_YAML), ("params.yaml", ""), ("README.md", "")):
            (root / name).write_text(text)
        lines = ["from pathlib import Path", "Path('data/declared').read_text()", code]
        (root / "src/codegraft/stages/planted.py").write_text("\n".join(lines))
        return faults(root, tmp_path / "run")

    return run


WRITE = "Path('data/planted').touch()"


def test_a_stage_that_does_what_it_declares_passes(planted):
    assert planted(WRITE) == []


@pytest.mark.parametrize(
    "code",
    [
        "Path('README.md').read_text()",
        "def read(path=Path('data/undeclared')):\n    return path.read_text()\nread()",
        "from importlib import import_module as load\nload('.'.join(['codegraft', 'unlisted']))",
        "import runpy\nrunpy.run_module('codegraft.' + 'unlisted')",
    ],
)
def test_a_read_that_is_not_declared_ends_the_run(planted, code):
    (fault,) = planted(f"{code}\n{WRITE}")
    assert fault.startswith("planted: does not run with its deps alone: ")


def test_a_write_that_is_not_declared_is_named(planted):
    found = planted(f"Path('metrics').mkdir()\nPath('metrics', 'secret.json').touch()\n{WRITE}")
    assert found == ["planted: writes metrics/secret.json, which is no output of it"]


def test_an_output_that_is_not_written_is_named(planted):
    assert planted("pass") == ["planted: does not write data/planted"]
