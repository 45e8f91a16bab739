"""The served model beside the dense network that it replaces, in one run and one thread.

    python -m benchmarks.graphsage

``latency`` is of one program at a time, over programs of the test split: the dense network reads one vector a program,
and once more a vector for each unit of the program, which is as much as the graph network reads. ``text`` is from
source text to prediction, over HumanEval's solutions. ``epoch`` is one pass over 6,508 programs. Weights are random,
which changes no time. Limits: the same matrix products and nothing else, in float32, and reading the weights once.
"""

import argparse
import json
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import numpy as np
import torch

from benchmarks.dense_network import PARAMETERS, WIDTHS, DenseNetwork, epoch_of
from benchmarks.export import RESULTS
from codegraft.files import rounded
from codegraft.graphsage.batches import Examples, Split, examples_of, training_batches
from codegraft.graphsage.benchmark import latencies
from codegraft.graphsage.benchmark import statistics as of_milliseconds
from codegraft.graphsage.checkpoint import save_model_for_inference
from codegraft.graphsage.humaneval.problems import humaneval_file, read_humaneval
from codegraft.graphsage.losses import losses
from codegraft.graphsage.model import CODE_WIDTH, HEAD_WIDTH, GraphSAGE, ModelConfig, parameters_of
from codegraft.graphsage.onnx import onnx_model, open_session
from codegraft.graphsage.predict import Predictor
from codegraft.graphsage.state import new_state
from codegraft.params import Params, load_params
from codegraft.programs.dataset import FEATURES_DIRECTORY, read_dataset
from codegraft.programs.features.extractor import FeatureExtractor

ROUNDS: Final = 3
"""Each contestant is measured so often, in turns; the round of the median p50 counts."""

PROGRAMS: Final = 6508
HEADS: Final = 512 + HEAD_WIDTH + CODE_WIDTH + HEAD_WIDTH

Shapes = list[tuple[int, int, int]]


def graph_products(units: int, config: ModelConfig) -> Shapes:
    """(m, k, n) of the matrix products of the graph network for a program of so many units."""
    layers = [(units, inputs, 2 * outputs) for inputs, outputs in pairwise((config.inputs, *config.hidden))]
    last = [
        (1, 512, config.embedding),
        (1, HEAD_WIDTH, 1),
        (1, CODE_WIDTH, config.imports),
        (1, HEAD_WIDTH, config.bugs),
    ]
    return [*layers, (1, 3 * config.hidden[-1], CODE_WIDTH), (1, CODE_WIDTH, HEADS), *last]


def dense_products(rows: int) -> Shapes:
    """Those of the dense network for so many vectors."""
    layers = [(rows, inputs, outputs) for inputs, outputs in pairwise(WIDTHS) for _ in range(2)]
    heads = [(512, 512), (128, 1), (256, 500), (128, 50)]
    return [*layers, *((rows, 256, hidden) for hidden, _ in heads), *((rows, *head) for head in heads)]


def products(shapes: Shapes) -> Callable[[], None]:
    """Nothing but the matrix products of these shapes, in float32."""
    pairs = [(torch.rand(m, k), torch.rand(k, n), torch.empty(m, n)) for m, k, n in shapes]

    def run() -> None:
        for left, right, out in pairs:
            torch.mm(left, right, out=out)

    return run


def reading(size: int) -> Callable[[], object]:
    """Reading so many bytes once."""
    weights = torch.rand(size // 4)
    return weights.sum


def median_round(calls: dict[str, Callable[[Any], object]], inputs: Sequence[Any]) -> dict[str, dict[str, float]]:
    """Statistics in ms of each call over the inputs: of the round whose p50 is the median of ``ROUNDS``."""
    rounds: dict[str, list[dict[str, float]]] = {name: [] for name in calls}
    for _ in range(ROUNDS):
        for name, call in calls.items():
            rounds[name].append(of_milliseconds(latencies(call, inputs, name)))
    return {name: sorted(found, key=lambda one: one["p50"])[ROUNDS // 2] for name, found in rounds.items()}


def latency(model: GraphSAGE, examples: Examples) -> dict[str, Any]:
    """The forward pass over the programs of the test split."""
    rows = examples.split("test").programs
    batches = [examples.graphs.batch([int(row)]) for row in rows]
    feeds = [{"x": one.x.numpy(), "edge_index": one.edge_index.numpy()} for one in batches]
    inputs = list(zip(batches, feeds, strict=True))
    contents = {"int8": onnx_model(model, int8=True), "float32": onnx_model(model)}
    sessions = {name: open_session(content) for name, content in contents.items()}
    dense = DenseNetwork().eval()
    units = int(np.median([len(one.x) for one in batches]))
    mine, theirs = products(graph_products(units, model.config)), products(dense_products(1))
    per_unit = products(dense_products(units))
    calls: dict[str, Callable[[Any], object]] = {
        "served, int8": lambda one: sessions["int8"].run(None, one[1]),
        "served, float32": lambda one: sessions["float32"].run(None, one[1]),
        "PyTorch": lambda one: model(one[0].x, one[0].edge_index, one[0].graph, 1),
        "dense network, a vector a program": lambda one: dense(one[0].x[:1]),
        "dense network, a vector a unit": lambda one: dense(one[0].x),
        f"limit: products of {units} units": lambda _: mine(),
        "limit: products of the dense network": lambda _: theirs(),
        f"limit: products of the dense network, {units} vectors": lambda _: per_unit(),
        **{f"limit: reading the weights, {name}": _ignoring(reading(len(one))) for name, one in contents.items()},
        "limit: reading the weights, dense network": _ignoring(reading(4 * PARAMETERS)),
    }
    with torch.inference_mode():
        found = median_round(calls, inputs)
    return {"median_units": units, "ms": found, "served_int8_is_faster": _times_faster(found, "served, int8")}


def text(model: Path) -> dict[str, Any]:
    """From source text to prediction, and what part of it the features take."""
    solutions = [problem.solution for problem in read_humaneval(humaneval_file())]
    extractor = FeatureExtractor()
    calls: dict[str, Callable[[Any], object]] = {
        "text to prediction": Predictor(model).predict,
        "features of the text": extractor.graph,
    }
    cpu = {name: statistics.median(_cpu_milliseconds(call, solutions)) for name, call in calls.items()}
    return {"programs": len(solutions), "ms": median_round(calls, solutions), "cpu_ms_p50": cpu}


def _cpu_milliseconds(call: Callable[[Any], object], inputs: Sequence[Any]) -> list[float]:
    """What a call takes of this thread's time: on a machine that others use, wall time counts their work too."""
    found = []
    for one in inputs:
        begun = time.thread_time()
        call(one)
        found.append(1000 * (time.thread_time() - begun))
    return found


def epoch(examples: Examples, params: Params) -> dict[str, Any]:
    """Seconds of one pass over ``PROGRAMS`` programs, batches of 32."""
    split = examples.split("train")
    programs = np.resize(split.programs, PROGRAMS)
    none = programs[:0]
    imports = np.resize(split.imports, PROGRAMS * len(split.imports) // len(split.programs))
    modules = torch.cat([examples.graphs.batch([int(row)]).x[:1] for row in programs])
    size = params.graphsage.batch_size
    everything = [examples.graphs.batch(programs[begin : begin + size]).x for begin in range(0, PROGRAMS, size)]
    units = torch.cat(everything)
    calls: dict[str, Callable[[], object]] = {
        "programs": lambda: _train(examples, Split(programs, none), params),
        "programs, and texts without imports": lambda: _train(examples, Split(programs, imports), params),
        "dense network, a vector a program": lambda: epoch_of(modules, size),
        "dense network, a vector a unit": lambda: epoch_of(units, size * len(units) // PROGRAMS),
    }
    found: dict[str, list[float]] = {name: [] for name in calls}
    for _ in range(ROUNDS):
        for name, call in calls.items():
            begun = time.perf_counter()
            call()
            found[name].append(time.perf_counter() - begun)
    medians = {name: statistics.median(seconds) for name, seconds in found.items()}
    return {"programs": PROGRAMS, "units": len(units), "seconds": found, "faster": _ratios(medians, "programs")}


def _train(examples: Examples, split: Split, params: Params) -> None:
    vocabularies = examples.vocabularies
    config = ModelConfig(len(vocabularies.imports), len(vocabularies.bugs), params.graphsage.dropout)
    state = new_state(config, params.graphsage, 0, torch.device("cpu"))
    state.model.train()
    for rows in training_batches(examples, split, params.graphsage.batch_size, 0, 1):
        batch = examples.batch(rows, torch.device("cpu"))
        terms = losses(state.model(*batch[:4]), batch.labels, params.graphsage.temperature)
        state.optimizer.zero_grad()
        torch.autograd.backward(terms.total(params.graphsage.loss_weights))
        torch.nn.utils.clip_grad_norm_(state.model.parameters(), params.graphsage.clip_norm)
        state.optimizer.step()


def _ignoring(call: Callable[[], object]) -> Callable[[Any], object]:
    return lambda _: call()


def _times_faster(found: dict[str, dict[str, float]], name: str) -> dict[str, float]:
    return _ratios({other: one["p50"] for other, one in found.items()}, name)


def _ratios(values: dict[str, float], name: str) -> dict[str, float]:
    """How many times as long the others take; below 1 they take less."""
    return {other: value / values[name] for other, value in values.items() if other != name}


def main() -> None:
    """Measure, print, keep."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path, default=RESULTS / f"{date.today().isoformat()}_graphsage.json")
    parser.add_argument("--features", type=Path, default=FEATURES_DIRECTORY)
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    params = load_params()
    examples = examples_of(read_dataset(arguments.features))
    vocabularies = examples.vocabularies
    torch.manual_seed(0)
    model = GraphSAGE(ModelConfig(len(vocabularies.imports), len(vocabularies.bugs))).eval()
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch, "model.pt")
        save_model_for_inference(model, path, vocabularies=vocabularies, trained_on={})
        results = {
            "parameters": {"graph network": parameters_of(model), "dense network": parameters_of(DenseNetwork())},
            "threads": 1,
            "load_average_at_start": os.getloadavg()[0],
            "latency": latency(model, examples),
            "text": text(path),
            "epoch": epoch(examples, params),
            "load_average_at_end": os.getloadavg()[0],
        }
    content = json.dumps(rounded(results), indent=2)
    print(content)
    arguments.output.write_text(content + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
