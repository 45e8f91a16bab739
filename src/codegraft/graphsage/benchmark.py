"""How long a prediction takes, and what 8-bit weights cost in accuracy, on programs of the test split.

Latency is wall time in one thread, one program at a time: of the network as it is served (``forward``), and of all from
source text to prediction (``text``). It changes from run to run and from machine to machine.
"""

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final, TypeVar

import numpy as np
import numpy.typing as npt
import onnxruntime
from scipy.special import expit
from sklearn.metrics import roc_auc_score

from codegraft.errors import ModelError
from codegraft.graphsage.checkpoint import TrainedModel
from codegraft.graphsage.model import parameters_of
from codegraft.graphsage.onnx import onnx_model, open_session
from codegraft.graphsage.predict import Predictor
from codegraft.programs.packed import PackedGraphs
from codegraft.progress import track

ITERATIONS: Final = 1000
WARM_UP: Final = 50
"""Iterations before those that count."""

TARGET_MS: Final = 10.0
"""What the forward pass may take in the mean. Higher percentiles, of some tenths of a millisecond, say more about what
else a machine is doing."""

LARGEST_SHIFT: Final = 0.02
"""How far 8-bit weights may move a confidence at the 95th percentile of programs."""

T = TypeVar("T")
Floats = npt.NDArray[Any]
Feed = dict[str, Floats]


def feeds_of(graphs: PackedGraphs, rows: Sequence[int] | Floats) -> list[Feed]:
    """The graphs of these numbers as a session takes them."""
    batches = [graphs.batch([int(row)]) for row in rows]
    return [{"x": batch.x.numpy(), "edge_index": batch.edge_index.numpy()} for batch in batches]


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


def confidences(session: onnxruntime.InferenceSession, feeds: Sequence[Feed], temperature: float) -> Floats:
    """[feeds] what the model says."""
    logits = np.concatenate([session.run(["confidence"], feed)[0] for feed in feeds])
    said: Floats = expit(logits / temperature)
    return said


def quantization(trained: TrainedModel, feeds: Sequence[Feed], passed: Floats) -> dict[str, float | bool]:
    """What 8-bit weights change: the confidence, and how well it tells ``passed`` [feeds] programs from others."""
    exact, rounded = (
        confidences(open_session(onnx_model(trained.model, int8=int8)), feeds, trained.temperature)
        for int8 in (False, True)
    )
    shift = np.abs(exact - rounded)
    p95 = float(np.percentile(shift, 95))
    found: dict[str, float | bool] = {
        "confidence_shift_p95": p95,
        "confidence_shift_max": float(shift.max()),
        "holds": p95 <= LARGEST_SHIFT,
    }
    if 0 < passed.sum() < len(passed):
        found["auroc_float32"] = float(roc_auc_score(passed, exact))
        found["auroc_int8"] = float(roc_auc_score(passed, rounded))
    return found


def benchmark(
    trained: TrainedModel, model: Path, feeds: Sequence[Feed], passed: Floats, texts: Sequence[str]
) -> dict[str, Any]:
    """All figures of the stage: those of ``latency_ms`` and ``throughput_per_s`` are of the forward pass as served.

    Args:
        trained: the model.
        model: its file.
        feeds: graphs of test programs, at least one.
        passed: bool [feeds].
        texts: source text of test programs, at least one.

    Raises:
        ModelError: there is no program to measure with.
    """
    if not feeds or not texts:
        raise ModelError("the test split has no program to measure with: run `dvc repro featurize`")
    contents = {"int8": onnx_model(trained.model, int8=True), "float32": onnx_model(trained.model)}
    forward = {
        name: statistics(latencies(_runner(content), feeds, f"forward, {name}")) for name, content in contents.items()
    }
    text = statistics(latencies(Predictor(model).predict, texts, "text to prediction"))
    units = np.array([len(feed["x"]) for feed in feeds])
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
        "programs": len(feeds),
        "units": {"mean": float(units.mean()), "p50": float(np.median(units)), "max": int(units.max())},
        "parameters": parameters_of(trained.model),
        "megabytes": {
            "checkpoint": model.stat().st_size / 1e6,
            **{name: len(content) / 1e6 for name, content in contents.items()},
        },
        "int8": quantization(trained, feeds, passed),
    }


def check(figures: dict[str, Any]) -> None:
    """Raise unless the target is met.

    Raises:
        ModelError: the forward pass is too slow, or 8-bit weights change too much.
    """
    if not figures["within_target"]:
        raise ModelError(
            f"the forward pass takes {figures['latency_ms']['mean']:.1f} ms in the mean, more than {TARGET_MS:.0f} ms: "
            "run the stage on an idle machine, or make the network smaller"
        )
    if not figures["int8"]["holds"]:
        raise ModelError(
            f"8-bit weights move confidences by {figures['int8']['confidence_shift_p95']:.3f} at the 95th percentile, "
            f"more than {LARGEST_SHIFT}: serve the model in float32"
        )


def _runner(content: bytes) -> Callable[[Feed], object]:
    session = open_session(content)
    return lambda feed: session.run(None, feed)
