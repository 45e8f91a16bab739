"""How long a prediction takes, on programs of the test split.

Latency is wall time in one thread, one program at a time: of the network as it is served (``forward``), and of all from
source text to prediction (``text``). It changes from run to run and from machine to machine.
"""

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final, TypeVar

import numpy as np
import numpy.typing as npt

from codegraft.errors import ModelError
from codegraft.graphsage.checkpoint import TrainedModel
from codegraft.graphsage.model import parameters_of
from codegraft.graphsage.onnx import onnx_model, open_session
from codegraft.graphsage.predict import Predictor
from codegraft.graphsage.quantization import Feed, Judged, quantization
from codegraft.progress import track

ITERATIONS: Final = 1000
WARM_UP: Final = 50
"""Iterations before those that count."""

TARGET_MS: Final = 10.0
"""What the forward pass may take in the mean. Higher percentiles, of some tenths of a millisecond, say more about what
else a machine is doing."""

T = TypeVar("T")
Floats = npt.NDArray[Any]


def latencies(call: Callable[[T], object], inputs: Sequence[T], title: str) -> Floats:
    """[``ITERATIONS``] milliseconds of a call for the inputs in turn, after ``WARM_UP`` calls that do not count."""
    for place in range(WARM_UP):
        call(inputs[place % len(inputs)])
    spent = np.empty(ITERATIONS)
    for place in track(range(ITERATIONS), title):
        item = inputs[place % len(inputs)]
        begun = time.perf_counter_ns()
        call(item)
        spent[place] = time.perf_counter_ns() - begun
    return spent / 1e6


def statistics(milliseconds: Floats) -> dict[str, float]:
    """Mean, median, 95th and 99th percentile, and the greatest."""
    p50, p95, p99 = np.percentile(milliseconds, [50, 95, 99]).tolist()
    mean, greatest = float(milliseconds.mean()), float(milliseconds.max())
    return {"mean": mean, "p50": p50, "p95": p95, "p99": p99, "max": greatest}


def benchmark(
    trained: TrainedModel, model: Path, programs: Judged, imports: Judged, texts: Sequence[str]
) -> dict[str, Any]:
    """All figures of the stage: those of ``latency_ms`` and ``throughput_per_s`` are of the forward pass as served.

    Args:
        trained: the model.
        model: its file.
        programs: test programs, at least one, and whether each passes its tests.
        imports: texts of the test split without import statements, and what they import.
        texts: source text of test programs, at least one.

    Raises:
        ModelError: there is no program to measure with.
    """
    if not programs.feeds or not texts:
        raise ModelError("the test split has no program to measure with: run `dvc repro featurize`")
    contents = {"int8": onnx_model(trained.model, int8=True), "float32": onnx_model(trained.model)}
    forward = {
        name: statistics(latencies(_runner(content), programs.feeds, f"forward, {name}"))
        for name, content in contents.items()
    }
    text = statistics(latencies(Predictor(model).predict, texts, "text to prediction"))
    units = np.array([len(feed["x"]) for feed in programs.feeds])
    return {
        "latency_ms": forward["int8"],
        "throughput_per_s": 1000 / forward["int8"]["mean"],
        "float32_latency_ms": forward["float32"],
        "text_latency_ms": text,
        "text_throughput_per_s": 1000 / text["mean"],
        "target_ms": TARGET_MS,
        "within_target": forward["int8"]["mean"] <= TARGET_MS,
        "iterations": ITERATIONS,
        "warm_up": WARM_UP,
        "threads": 1,
        "programs": len(programs.feeds),
        "units": {"mean": float(units.mean()), "p50": float(np.median(units)), "max": int(units.max())},
        "parameters": parameters_of(trained.model),
        "megabytes": {
            "checkpoint": model.stat().st_size / 1e6,
            **{name: len(content) / 1e6 for name, content in contents.items()},
        },
        "int8": quantization(trained, programs, imports),
    }


def check(figures: dict[str, Any]) -> None:
    """Raise unless the target is met.

    Raises:
        ModelError: the forward pass is too slow, or 8-bit weights cost too much accuracy.
    """
    if not figures["within_target"]:
        raise ModelError(
            f"the forward pass takes {figures['latency_ms']['mean']:.1f} ms in the mean, more than {TARGET_MS:.0f} ms: "
            "run the stage on an idle machine, or make the network smaller"
        )
    if not figures["int8"]["holds"]:
        raise ModelError(f"8-bit weights cost too much accuracy ({figures['int8']}): serve the model in float32")


def _runner(content: bytes) -> Callable[[Feed], object]:
    session = open_session(content)
    return lambda feed: session.run(None, feed)
