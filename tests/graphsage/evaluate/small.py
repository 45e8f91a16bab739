"""A small data set whose programs can be told apart by what they are made of, and what networks might say of it."""

import hashlib
from typing import Any

import numpy as np
import pyarrow as pa

from codegraft.graphsage.evaluate.predictions import Predicted
from codegraft.programs.dataset import Dataset, Taught
from codegraft.programs.examples import Example, examples_table
from codegraft.programs.features.extractor import FeatureExtractor
from codegraft.programs.features.schema import schema_hash
from codegraft.programs.labels import Label, labels_table
from codegraft.programs.packed import pack
from codegraft.programs.vocabulary import Vocabularies

PROBLEMS = {"train": 8, "validation": 4, "test": 8}
RIGHT = "def solve{n}(values):\n    total = {n}\n    for value in values:\n        total += value\n    return total\n"
WRONG = "def solve{n}(values):\n    total = {n}\n    while values:\n        total -= values.pop()\n    return total\n"
MISTAKEN = RIGHT.replace("+=", "-=")
USES = {
    "json": "def read{n}(text):\n    return json.loads(text)\n",
    "math": "def root{n}(x):\n    return math.sqrt(x)\n",
}
VOCABULARIES = Vocabularies(imports={"json": 16, "math": 16}, bugs={"wrong_operator": 16, "exception:IndexError": 5})


def problems() -> list[tuple[str, str]]:
    """Name and split of each problem."""
    return [(f"{split}{number}", split) for split, count in PROBLEMS.items() for number in range(count)]


def programs() -> list[Label]:
    """Two right programs, two wrong ones and two mutants for each problem."""
    labels = []
    for place, (problem, split) in enumerate(problems()):
        for number in range(2):
            n = 10 * place + number
            right = _label(problem, split, "correct", RIGHT.format(n=n), passed=4)
            wrong = _label(problem, split, "incorrect", WRONG.format(n=n), passed=number)
            mutant = _label(problem, split, "mutant", MISTAKEN.format(n=n), passed=2, parent=right.program)
            labels += [right, wrong, mutant]
    return labels


def labels() -> pa.Table:
    """The programs as the labelling stage has them."""
    return labels_table(programs())


def dataset() -> Dataset:
    """The data set of :func:`programs`, and of functions that use a module each."""
    whole = [_example(label) for label in programs()]
    bare = [
        _text(problem, split, module, code.format(n=place))
        for place, (problem, split) in enumerate(problems())
        for module, code in USES.items()
    ]
    return Dataset(_taught(whole), _taught(bare), VOCABULARIES, schema_hash())


def oracle(of: Dataset, seeds: int = 2, noise: float = 0.5) -> Predicted:
    """What networks would say that know nearly everything."""
    draw = np.random.default_rng(0)
    rows, bare = of.programs.rows, of.imports.rows
    held_out, texts = (np.flatnonzero(np.asarray(table["split"]) != "train") for table in (rows, bare))
    right = np.asarray(rows["confidence"]) == 1.0
    mistaken = np.array(["wrong_operator" in names for names in rows["bugs"].to_pylist()])
    used = np.array([[name in names for name in VOCABULARIES.imports] for names in bare["imports"].to_pylist()])
    problem = np.unique(np.asarray(rows["problem"]), return_inverse=True)[1]

    def said(truth: np.ndarray) -> np.ndarray:
        return np.stack([6.0 * truth - 3.0 + noise * draw.normal(size=truth.shape) for _ in range(seeds)])

    return Predicted(
        confidence=said(right),
        rows=held_out,
        bugs=said(np.stack([mistaken, np.zeros(len(right))], axis=1)[held_out]),
        embedding=said(np.eye(problem.max() + 1)[problem][held_out]),
        import_rows=texts,
        imports=said(used[texts]),
    )


def _label(problem: str, split: str, origin: str, code: str, passed: int, parent: str = "") -> Label:
    return Label(
        program=hashlib.sha256(f"{problem} {code}".encode()).hexdigest()[:16],
        problem=problem,
        split=split,
        origin=origin,
        kind="wrong_operator" if parent else "",
        operator="",
        parent=parent,
        code=code,
        tests=4,
        run=4,
        passed=passed,
        verdict="passed" if passed == 4 else "wrong_answer",
        exception="",
        flaky=False,
    )


def _example(label: Label) -> Example:
    kinds = (label.kind,) if label.kind else ()
    return _of(
        label._asdict(),
        confidence=label.passed / label.tests,
        has_confidence=True,
        bugs=kinds,
        knows_kinds=label.origin != "incorrect",
        knows_exceptions=True,
    )


def _text(problem: str, split: str, module: str, code: str) -> Example:
    known = {"program": f"{problem}-{module}", "problem": problem, "split": split, "origin": "function", "code": code}
    return _of(known, imports=(module,))


def _of(known: dict[str, Any], **labels: Any) -> Example:
    blank = {"parent": "", "verdict": "", "confidence": 0.0, "has_confidence": False, "bugs": (), "imports": ()}
    blank |= {"knows_kinds": False, "knows_exceptions": False, "language": "python"}
    return Example(**{name: (blank | known | labels)[name] for name in Example._fields})


def _taught(examples: list[Example]) -> Taught:
    graphs = FeatureExtractor().graphs([example.code for example in examples])
    return Taught(pack(graphs), examples_table(examples))
