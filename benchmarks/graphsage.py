"""The served model beside the dense network that it replaces, in one run and one thread.

    python -m benchmarks.graphsage

``latency`` is of one program at a time, over programs of the test split: the dense network reads one vector a program,
and once more a vector for each unit of the program, which is as much as the graph network reads. ``text`` is from
source text to prediction, over HumanEval's solutions. ``epoch`` is one pass over 6,508 programs, measured on an
eighth of them, and set beside others by the least time of the thread: wall time counts the work of neighbours too.
Weights are random, which changes no time. Limits: the same matrix products and nothing else, and reading the weights
once.
"""

import argparse
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final

import numpy as np
import torch

from benchmarks.dense_network import PARAMETERS, DenseNetwork, epoch_of
from benchmarks.export import RESULTS
from benchmarks.products import (
    Shapes,
    backward,
    dense_products,
    float32_products,
    gigaflop,
    graph_products,
    int8_products,
    reading,
    training_products,
)
from codegraft.files import write_json
from codegraft.graphsage.batches import Examples, Rows, Split, examples_of, training_batches
from codegraft.graphsage.benchmark import latencies
from codegraft.graphsage.benchmark import statistics as of_milliseconds
from codegraft.graphsage.checkpoint import save_model_for_inference
from codegraft.graphsage.humaneval.problems import humaneval_file, read_humaneval
from codegraft.graphsage.losses import losses
from codegraft.graphsage.model import GraphSAGE, ModelConfig, parameters_of
from codegraft.graphsage.neighbourhoods import neighbourhoods
from codegraft.graphsage.onnx import onnx_model, open_session
from codegraft.graphsage.predict import Predictor
from codegraft.graphsage.state import new_state
from codegraft.params import Params, load_params
from codegraft.programs.dataset import FEATURES_DIRECTORY, read_dataset
from codegraft.programs.features.extractor import FeatureExtractor

ROUNDS: Final = 3
"""Each contestant is measured so often, in turns; the round of the median p50 counts."""

PROGRAMS: Final = 6508
MEASURED: Final = PROGRAMS // 8
"""Programs that are really trained on: the time of all is eight times as much."""


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
    mine = graph_products(units, model.config)
    limits = {
        f"limit: int8 products of {units} units": int8_products(mine),
        f"limit: float32 products of {units} units": float32_products(mine),
        "limit: products of the dense network": float32_products(dense_products(1)),
        f"limit: products of the dense network, {units} vectors": float32_products(dense_products(units)),
        **{f"limit: reading the weights, {name}": reading(len(one)) for name, one in contents.items()},
        "limit: reading the weights, dense network": reading(4 * PARAMETERS),
    }
    calls: dict[str, Callable[[Any], object]] = {
        "served, int8": lambda one: sessions["int8"].run(None, one[1]),
        "served, float32": lambda one: sessions["float32"].run(None, one[1]),
        "PyTorch": lambda one: model(one[0].x, one[0].edge_index, one[0].graph, 1),
        "dense network, a vector a program": lambda one: dense(one[0].x[:1]),
        "dense network, a vector a unit": lambda one: dense(one[0].x),
        **{name: _ignoring(call) for name, call in limits.items()},
    }
    with torch.inference_mode():
        found = median_round(calls, inputs)
    return {
        "median_units": units,
        "megaflop": {"graph network": 1000 * gigaflop(mine), "dense network": 1000 * gigaflop(dense_products(1))},
        "ms": found,
        "served_int8_is_faster": _times_faster(found, "served, int8"),
    }


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
    programs = split.programs[np.linspace(0, len(split.programs) - 1, MEASURED).astype(int)]
    imports = np.resize(split.imports, MEASURED * len(split.imports) // len(split.programs))
    size = params.graphsage.batch_size
    units = torch.cat([examples.graphs.batch([int(row)]).x for row in programs])
    modules = torch.cat([examples.graphs.batch([int(row)]).x[:1] for row in programs])
    lean, full = _products_of(examples, programs, params)
    steps = MEASURED // size
    calls: dict[str, Callable[[], object]] = {
        "programs": lambda: _train(examples, Split(programs, programs[:0]), params),
        "programs, and texts without imports": lambda: _train(examples, Split(programs, imports), params),
        "dense network, a vector a program": lambda: epoch_of(modules, size),
        "dense network, a vector a unit": lambda: epoch_of(units, size * len(units) // MEASURED),
        "limit: products": _times(float32_products(lean), steps),
        "limit: products, features not sparse": _times(float32_products(full), steps),
        "limit: products of the dense network": _times(float32_products(backward(dense_products(size))), steps),
    }
    found: dict[str, list[float]] = {name: [] for name in calls}
    cpu: dict[str, list[float]] = {name: [] for name in calls}
    for _ in range(ROUNDS):
        for name, call in calls.items():
            begun, cpu_begun = time.perf_counter(), time.process_time()
            call()
            found[name].append((time.perf_counter() - begun) * PROGRAMS / MEASURED)
            cpu[name].append((time.process_time() - cpu_begun) * PROGRAMS / MEASURED)
    return {
        "programs": PROGRAMS,
        "measured": MEASURED,
        "units": len(units) / MEASURED,
        "gigaflop_a_step": {"graph network": gigaflop(lean), "dense network": gigaflop(backward(dense_products(size)))},
        "seconds": found,
        "cpu_seconds": cpu,
        "cpu_faster": _ratios({name: min(seconds) for name, seconds in cpu.items()}, "programs"),
    }


def _products_of(examples: Examples, programs: Rows, params: Params) -> tuple[Shapes, Shapes]:
    """Of a step over average programs; see :func:`benchmarks.products.training_products`."""
    batch = examples.batch(programs, torch.device("cpu"))
    units, size = batch.x.shape[0], params.graphsage.batch_size
    distinct = neighbourhoods(batch.edge_index, units).mean.shape[0]
    config = ModelConfig(len(examples.vocabularies.imports), len(examples.vocabularies.bugs))
    of_batch, distinct_of_batch = (size * count // len(programs) for count in (units, distinct))
    return training_products(of_batch, len(batch.x.value) // units, distinct_of_batch, size, config)


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


def _times(call: Callable[[], object], number: int) -> Callable[[], None]:
    def run() -> None:
        for _ in range(number):
            call()

    return run


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
    write_json(arguments.output, results)
    print(arguments.output.read_text(encoding="utf-8"), end="")


if __name__ == "__main__":
    main()
