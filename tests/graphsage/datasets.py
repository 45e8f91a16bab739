"""A small data set that can be learned: right programs have a feature that wrong ones lack."""

import numpy as np
import torch

from codegraft.params import Graphsage, load_params
from codegraft.programs.dataset import Dataset, Taught
from codegraft.programs.examples import Example, examples_table
from codegraft.programs.features.schema import schema_hash
from codegraft.programs.graph import FEATURES, ProgramGraph
from codegraft.programs.packed import pack
from codegraft.programs.vocabulary import Vocabularies

CPU = torch.device("cpu")
RIGHT, IMPORTS, PROBLEM = 10, 20, 30
SPLITS = {"train": 4, "validation": 2, "test": 2}
VOCABULARIES = Vocabularies(imports={"os": 9, "re": 7}, bugs={"off_by_one": 8, "exception:KeyError": 6})


def small_params(**changes) -> Graphsage:
    """Parameters of a training of a second; ``changes`` by name."""
    section = load_params().graphsage
    small = {"epochs": 3, "batch_size": 8, "lr": 1e-3, "checkpoint_every": 2, "seeds": [0, 1], "jobs": 1}
    return section.model_copy(update={**small, **changes})


def small_dataset(programs: int = 6, vocabularies: Vocabularies = VOCABULARIES, right: bool | None = None) -> Dataset:
    """``programs`` of each problem, half right (or all, or none), and two functions; likewise without imports."""
    generator = np.random.default_rng(0)
    examples, graphs = [], []
    for split, problems in SPLITS.items():
        for problem in range(problems):
            for number in range(programs):
                passes = number % 2 == 0 if right is None else right
                examples.append(_program(split, problem, number, passes))
                graphs.append(_graph(generator, passes, problem, number))
        examples += [_function(split, number) for number in range(2)]
        graphs += [_graph(generator, False, 9, number) for number in range(2)]
    taught = Taught(pack(graphs), examples_table(examples))
    return Dataset(taught, taught, vocabularies, schema_hash())


def taken(taught: Taught, rows: list[int]) -> Taught:
    """The graphs and rows of these numbers."""
    offsets = taught.graphs.node_offset
    graphs = []
    for row in rows:
        x, edges, types, _, kind = taught.graphs[row]
        places = np.zeros(int(offsets[row + 1] - offsets[row]), np.int32)
        graphs.append(ProgramGraph(x.numpy(), edges.numpy(), types.numpy(), kind.numpy(), places, places, ()))
    return Taught(pack(graphs), taught.rows.take(rows))


def _program(split: str, problem: int, number: int, passes: bool) -> Example:
    name = f"{split}-{problem}-{number}"
    mutant = number == 3
    return Example(
        program=name,
        problem=f"{split} {problem}",
        split=split,
        origin="mutant" if mutant else "correct" if passes else "incorrect",
        language="python",
        code="",
        parent=f"{split}-{problem}-2" if mutant else "",
        verdict="passed" if passes else "wrong_answer",
        confidence=1.0 if passes else 0.25,
        has_confidence=True,
        bugs=() if passes else ("off_by_one",),
        knows_kinds=True,
        knows_exceptions=True,
        imports=("os",) if number % 3 else ("re", "unknown"),
    )


def _function(split: str, number: int) -> Example:
    return _program(split, 99, number, False)._replace(
        origin="function", verdict="", confidence=0.0, has_confidence=False, knows_exceptions=False, parent=""
    )


def _graph(generator: np.random.Generator, passes: bool, problem: int, number: int) -> ProgramGraph:
    units = int(generator.integers(1, 5))
    x = np.zeros((units, FEATURES), np.float32)
    x[:, :10] = generator.random((units, 10)) < 0.3
    x[0, RIGHT], x[0, IMPORTS], x[0, PROBLEM + problem] = passes, number % 3 == 0, 1
    edges = np.array([[0] * (units - 1), range(1, units)], np.int64).reshape(2, -1)
    codes, places = np.zeros(units, np.uint8), np.zeros(units, np.int32)
    return ProgramGraph(x, edges, np.zeros(units - 1, np.uint8), codes, places, places, ())
