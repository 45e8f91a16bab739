"""Run by torchrun: ``codegraft`` as it is, with clocks around each step of the optimizer.

    torchrun --nproc-per-node 2 -m benchmarks.scaling_worker CLOCKS graphmer train -S graphmer.size=small

Each process writes CLOCKS/<rank>.json when its training is done.
"""

import json
import os
import resource
import sys
import time
from pathlib import Path
from typing import Any, Final, NamedTuple

from codegraft.cli import main
from codegraft.graphmer.batches.batch import Batch
from codegraft.graphmer.training import train
from codegraft.graphmer.training.records import StepRecord
from codegraft.graphmer.training.state import TrainingState
from codegraft.params import Graphmer

_PAGE: Final = os.sysconf("SC_PAGE_SIZE")


class Clocks(NamedTuple):
    """What was used up so far.

    Attributes:
        wall: seconds.
        computing: CPU seconds of the thread that computes; with one thread for PyTorch that is all of it.
        talking: CPU seconds of all other threads of the process, which are those of gloo.
        received: bytes that the network interfaces of this host took in, its loopback among them.
    """

    wall: float
    computing: float
    talking: float
    received: int

    @classmethod
    def read(cls) -> "Clocks":
        """Now."""
        own, whole = time.thread_time(), time.process_time()
        return cls(time.perf_counter(), own, whole - own, received())


def received() -> int:
    """Bytes that came in by all interfaces of this process's network namespace."""
    lines = Path("/proc/self/net/dev").read_text(encoding="ascii").splitlines()[2:]
    return sum(int(line.partition(":")[2].split()[0]) for line in lines)


def resident() -> int:
    """Bytes of memory that this process holds now."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * _PAGE


def peak() -> int:
    """Bytes of memory that this process held at most."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def clocked(steps: list[dict[str, Any]], sizes: dict[str, int]) -> None:
    """Put clocks around each step, and see how large the network is."""
    learn = train._learn

    def timed(state: TrainingState, batches: list[Batch], params: Graphmer, seed: int, directory: Path) -> StepRecord:
        sizes["parameter_bytes"] = sum(tensor.numel() * tensor.element_size() for tensor in state.module.parameters())
        sizes["buffer_bytes"] = sum(tensor.numel() * tensor.element_size() for tensor in state.module.buffers())
        begun = Clocks.read()
        record = learn(state, batches, params, seed, directory)
        spent = {name: after - before for name, before, after in zip(Clocks._fields, begun, Clocks.read(), strict=True)}
        steps.append({**spent, "peak": peak(), "mlm": record.mlm, "mnm": record.mnm, "norm": record.norm})
        return record

    train._learn = timed


def train_clocked(directory: Path) -> None:
    """Run the command that is in ``sys.argv`` and write what it took, also if it failed on its way."""
    before = resident()
    steps: list[dict[str, Any]] = []
    sizes: dict[str, int] = {}
    clocked(steps, sizes)
    try:
        main()
    finally:
        found = {"resident_before": before, "resident_peak": peak(), "steps": steps, **sizes}
        (directory / f"{os.environ['RANK']}.json").write_text(json.dumps(found), encoding="utf-8")


if __name__ == "__main__":
    clocks = Path(sys.argv.pop(1))
    train_clocked(clocks)
