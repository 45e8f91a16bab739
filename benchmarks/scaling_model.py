"""What a number of repositories costs, from what was measured on a few: the tables of docs/scaling.md.

    python -m benchmarks.scaling_tables     # prints them

Every constant is measured and read from results/, but for those of ``DEVICES`` and for ``UTILISATION``. Each function
is one formula, :mod:`benchmarks.scaling_tables` holds them against the measured runs.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np

RESULTS: Final = Path(__file__).parent / "results"
NUMBERS: Final = (22, 1_000, 10_000, 100_000, 1_000_000)
GIB: Final = 2**30
TERA: Final = 1e12

WEIGHT_STATE: Final = 16
"""Bytes of a weight, its gradient and AdamW's two moments in float32 (ZeRO's accounting, in one precision)."""

UTILISATION: Final = 0.3
"""Of an accelerator's peak. Assumed: none was at hand. On the CPU 0.85 was measured."""


class Device(NamedTuple):
    """An accelerator as its maker describes it.

    Attributes:
        name: of it.
        rate: peak floating-point operations a second in bfloat16, without sparsity.
        memory: bytes.
    """

    name: str
    rate: float
    memory: float


DEVICES: Final = (
    Device("H100 SXM", 989.4e12, 80e9),
    Device("TPU v4 chip", 275e12, 32 * GIB),
    Device("TPU v5e chip", 197e12, 16e9),
)


class Line(NamedTuple):
    """``start + slope * x``."""

    start: float
    slope: float

    def at(self, x: float) -> float:
        """Its value."""
        return self.start + self.slope * x

    def reaches(self, value: float) -> float:
        """Where it has this value."""
        return (value - self.start) / self.slope


def fit(x: Sequence[float], y: Sequence[float]) -> Line:
    """The line of least squares."""
    slope, start = np.polyfit(x, y, 1)
    return Line(float(start), float(slope))


def training_operations(parameters: float, nodes: float) -> float:
    """Of a pass over so many nodes: two for each weight forward, four backward (Kaplan et al. 2020, section 2.1)."""
    return 6.0 * parameters * nodes


def device_hours(operations: float, device: Device, utilisation: float = UTILISATION) -> float:
    """Hours of one device."""
    return operations / (device.rate * utilisation) / 3600


def replicated_traffic(weights: float, buffers: float, processes: int) -> float:
    """Bytes that all processes together receive in a step of DDP: a ring all-reduce, and a broadcast of the buffers.

    Of the all-reduce each receives ``2 (P - 1) / P`` times the gradient (Patarasuk and Yuan 2009).
    """
    return (processes - 1) * (2 * weights + buffers)


def sharded_traffic(layers: float, rest: float, processes: int, *, scatter: int = 2) -> float:
    """Bytes that all processes together receive in a step of FSDP.

    Layers are gathered forward and again backward, what is around them once; then gradients are reduced and scattered.

    Args:
        layers: bytes of weights that are sharded layer by layer.
        rest: bytes of the others.
        processes: that share them.
        scatter: what a reduce-scatter costs, in passes round the ring: one by itself, two if it is an all-reduce of
            which all but a part is thrown away, as the bytes say of gloo.
    """
    return (processes - 1) * ((2 + scatter) * layers + (1 + scatter) * rest)


def state_bytes(parameters: float, processes: int, *, sharded: bool) -> float:
    """Weights, gradients and the optimizer's state in each process (Rajbhandari et al. 2020, stages 0 and 3)."""
    return WEIGHT_STATE * parameters / (processes if sharded else 1)


def step_seconds(compute: float, traffic: float, rate: float, overlap: float) -> float:
    """Of a step, where this share of the traffic is hidden behind the computation.

    Args:
        compute: seconds.
        traffic: bytes that one process receives.
        rate: bytes a second that reach it.
        overlap: 0 to 1.
    """
    wire = traffic / rate
    return compute + wire - overlap * min(wire, compute)


def nodes_to_hide(device_rate: float, wire_rate: float) -> float:
    """Nodes in a device's share of a step from which computing takes longer than a ring's all-reduce of float32.

    How large the network is plays no part: both sides grow with it.
    """
    return 8 * device_rate / (6 * wire_rate)


class Measured(NamedTuple):
    """What results/ holds: of training, of the stages, and of an epoch."""

    training: list[dict[str, Any]]
    stages: list[dict[str, Any]]
    limits: dict[str, Any]


def measured(directory: Path = RESULTS) -> Measured:
    """The newest results."""

    def newest(name: str) -> Any:
        return json.loads(max(directory.glob(f"*_{name}.json")).read_text(encoding="utf-8"))

    return Measured(newest("scaling")["cases"], newest("scaling_stages")["runs"], newest("scaling_limits"))


def stage_points(runs: list[dict[str, Any]], stage: str, figure: str) -> tuple[list[float], list[float]]:
    """Bytes of sources of the runs that have the stage, ascending, and a figure of it."""
    points = sorted((run["bytes"], run["stages"][stage][figure]) for run in runs if stage in run["stages"])
    return [size for size, _ in points], [value for _, value in points]


def stage_line(runs: list[dict[str, Any]], stage: str, figure: str) -> Line:
    """A figure of a stage over bytes of sources."""
    return fit(*stage_points(runs, stage, figure))


def foretold(runs: list[dict[str, Any]], stage: str, figure: str) -> float | None:
    """How far the line through all runs but the largest is off there, relative to it; None if there are but two."""
    x, y = stage_points(runs, stage, figure)
    return fit(x[:-1], y[:-1]).at(x[-1]) / y[-1] - 1 if len(x) > 2 else None


def unit_bytes(runs: list[dict[str, Any]]) -> float:
    """Bytes of sources of a mean repository: of the 22."""
    [ours] = [run for run in runs if run["repositories"] == NUMBERS[0]]
    return float(ours["bytes"] / ours["repositories"])
