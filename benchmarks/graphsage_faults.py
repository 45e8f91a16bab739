"""Bad input to train, predict and score, tried for real: prints the table that docs/graphsage.md holds.

    python -m benchmarks.graphsage_faults

About a minute; everything lives in a temporary directory.
"""

import json
import os
import pickle
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import torch

from benchmarks.faults import Case, shown
from codegraft.errors import CodegraftError
from codegraft.graphsage.predict import Predictor
from codegraft.programs.dataset import Dataset, Taught, write_features
from tests.graphsage.datasets import small_dataset
from tests.graphsage.served import write_served
from tests.pipeline.declared import ROOT

TASKS = [
    {"task": f"t{task}", "code": f"print({task} {sign} int(input()))\n", "passed": sign == "+"}
    for task in range(4)
    for sign in "+-"
]


def codegraft(place: Path, *arguments: str) -> str:
    """Exit code and words of a command in a directory; fails if it shows a traceback."""
    done = subprocess.run(
        [sys.executable, "-m", "codegraft", *arguments], capture_output=True, text=True, cwd=place, timeout=120
    )
    return shown(done.returncode, (done.stdout + done.stderr).replace(str(place), "..."))


def train_cases(place: Path) -> Iterator[Case]:
    """Data that cannot be learned from, and data that barely can."""
    shutil.copy(ROOT / "params.yaml", place)
    train = ("graphsage", "train", "--epochs", "1", "--seed", "0", "--device", "cpu")
    features = place / "data" / "features"
    yield "train: no features", codegraft(place, *train)
    write_features(features, small_dataset())
    yield "train: 0 epochs", codegraft(place, *train, "--epochs", "0")
    yield "train: a device that is not there", codegraft(place, *train, "--device", "cuda")
    yield "train: a last batch of one", codegraft(place, *train, "--limit", "9", "--batch-size", "4")
    packed = features / "programs.safetensors"
    packed.write_bytes(packed.read_bytes()[:-1000])
    yield "train: features cut off", codegraft(place, *train)
    for title, dataset in (
        ("not a number among the features", with_nan(small_dataset())),
        ("features of another schema", replace(small_dataset(), schema="0" * 16)),
        ("every program is right", small_dataset(right=True)),
    ):
        shutil.rmtree(features)
        write_features(features, dataset)
        yield f"train: {title}", codegraft(place, *train)


def with_nan(dataset: Dataset) -> Dataset:
    """The data set with one feature that is not a number."""
    graphs = dataset.programs.graphs
    values = graphs.value.copy()
    values[7] = np.nan
    return replace(dataset, programs=Taught(replace(graphs, value=values), dataset.programs.rows))


def predict_cases(place: Path) -> Iterator[Case]:
    """Texts that are no programs."""
    write_served(place)
    texts: dict[str, bytes] = {
        "empty file": b"",
        "only a comment": b"# nothing\n",
        "10 MB": b"x = 1\n" * 1_700_000,
        "binary": bytes(range(256)) * 40,
        "not UTF-8": "print('é')\n".encode("latin-1"),
        "Python 2": b"print 'hello'\n",
        "50,000 parentheses": b"(" * 50_000,
        "null bytes": b"a = 1\0\0\nprint(a)\n",
    }
    for title, text in texts.items():
        (place / "a.py").write_bytes(text)
        yield f"predict: {title}", codegraft(place, "predict", "a.py", "--model", "model.pt")
    (place / "a.rb").write_text("puts 1\n")
    yield "predict: another language", codegraft(place, "predict", "a.rb", "--model", "model.pt")
    yield "predict: a directory", codegraft(place, "predict", ".", "--model", "model.pt")


def model_cases(place: Path) -> Iterator[Case]:
    """Models that are none."""
    path = write_served(place)
    (place / "a.py").write_text("print(1)\n")
    whole = path.read_bytes()
    content = torch.load(path, weights_only=True)
    models: dict[str, Callable[[], Any]] = {
        "no model": path.unlink,
        "model cut off": lambda: path.write_bytes(whole[: len(whole) // 2]),
        "model of another schema": lambda: torch.save({**content, "schema": "0" * 16}, path),
        "a text in place of a model": lambda: path.write_text("model"),
        "hostile pickle": lambda: path.write_bytes(pickle.dumps(Hostile(place / "pwned"))),
        "hostile pickle in a model's archive": lambda: torch.save({"kind": Hostile(place / "pwned")}, path),
    }
    for title, spoil in models.items():
        spoil()
        said = codegraft(place, "predict", "a.py", "--model", "model.pt")
        yield f"predict: {title}", said + ("; the code in it RAN" if (place / "pwned").exists() else "")
    yield "score: hostile pickle", codegraft(place, "graphsage", "score", "a.py", "--model", "model.pt")


class Hostile:
    """Makes a directory when it is unpickled."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[Any, ...]:
        return os.mkdir, (str(self.path),)


def graph_cases(place: Path) -> Iterator[Case]:
    """Features that a caller of the library made."""
    predictor = Predictor(write_served(place))
    units, edges = np.zeros((2, 978), np.float32), np.array([[0], [1]])
    spoilt = units.copy()
    spoilt[1, 5] = np.nan
    for title, x, edge_index in (
        ("NaN in a feature", spoilt, edges),
        ("977 features", units[:, 1:], edges),
        ("no unit", units[:0], edges[:, :0]),
        ("an edge to nowhere", units, edges + 7),
    ):
        try:
            predictor.predict_graph(x, edge_index)
            yield f"predict_graph: {title}", "no error"
        except CodegraftError as error:
            yield f"predict_graph: {title}", f"{type(error).__name__}: {error}"


def score_cases(place: Path) -> Iterator[Case]:
    """Files of labelled programs."""
    write_served(place)
    path = place / "a.jsonl"
    cases: dict[str, str | bytes] = {
        "empty file": "",
        "no JSON": "task,code\n",
        "no `passed`": json.dumps({"task": "t", "code": "print(1)"}) + "\n",
        "`passed` is a text": json.dumps({"task": "t", "code": "print(1)", "passed": "maybe"}) + "\n",
        "binary": bytes(range(256)),
        "one program": lines(TASKS[:1]),
        "all of one class": lines([{**line, "passed": True} for line in TASKS]),
        "one program a task": lines([{**line, "task": str(at)} for at, line in enumerate(TASKS)]),
        "the same program twice, once right and once wrong": lines([*TASKS, {**TASKS[0], "passed": False}]),
        "an empty program, a broken one, one of 10 MB": lines(
            [
                *TASKS,
                *({"task": "t0", "code": code, "passed": False} for code in ("", "def f(:\n", "x = 1\n" * 1_700_000)),
            ]
        ),
    }
    for title, content in cases.items():
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        yield f"score: {title}", codegraft(place, "graphsage", "score", "a.jsonl", "--model", "model.pt")
    yield "score: no file", codegraft(place, "graphsage", "score", "b.jsonl", "--model", "model.pt")


def lines(content: list[dict[str, Any]]) -> str:
    """As JSON lines."""
    return "".join(json.dumps(line) + "\n" for line in content)


def main() -> None:
    """Print the table."""
    print("| tried | what came out |\n|---|---|")
    for cases in (train_cases, predict_cases, model_cases, graph_cases, score_cases):
        with tempfile.TemporaryDirectory() as place:
            for title, outcome in cases(Path(place)):
                print(f"| {title} | {outcome} |", flush=True)


if __name__ == "__main__":
    main()
