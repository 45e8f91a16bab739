"""The encoder's training by one, two and four processes, and by two hosts that a thin wire joins, really launched.

    python -m benchmarks.scaling            # as root: it makes network namespaces, and removes them

Every case is ``torchrun ... codegraft graphmer train`` with the same 2,048 nodes to a step, by
:mod:`benchmarks.scaling_worker`, which adds clocks and nothing else. A host is a network namespace with a loopback of
its own, on which nothing but the training talks; two hosts are two of them and a pair of virtual Ethernet devices,
slowed by the kernel's token bucket. All of it shares this machine's processors: so what is kept of time is the CPU
seconds of each process, apart for computing and for talking, and of wall time the least step. A wire's cost is what a
step takes longer than the same step without a limit.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path
from typing import Any, Final, NamedTuple

import torch

from benchmarks.export import RESULTS
from codegraft.files import write_json

ROOT: Final = Path(__file__).parents[1]
NODES: Final = 2_048
"""In a step of the optimizer, however many processes share it."""

PORT: Final = 29_500
WARM: Final = 1
"""First steps that are not counted: memory is taken, the optimizer has no state."""

WHOLE_STATE: Final = 4e9
PROCESS: Final = 1.1e9
"""Bytes of the base encoder's training with its checkpoints, and of a process without it; to see what fits."""

GIVEN: Final = ("data/chains", "models/tokenizer", "data/ontology.yaml", "params.yaml")
"""What training reads."""


class Case(NamedTuple):
    """A training.

    Attributes:
        size: of the encoder.
        steps: of the optimizer.
        processes: on each host.
        sharded: whether each process keeps a part of the weights.
        hosts: one or two.
        wire: megabits a second between two hosts; None for no limit.
    """

    size: str
    steps: int
    processes: int
    sharded: bool = False
    hosts: int = 1
    wire: int | None = None

    @property
    def name(self) -> str:
        """For people."""
        place = "" if self.hosts == 1 else f", {self.hosts} hosts at {self.wire or 'unlimited'} Mbit/s"
        return f"{self.size}, {self.processes} processes{', sharded' * self.sharded}{place}"


CASES: Final = (
    *(Case("small", 11, processes) for processes in (1, 2, 4)),
    *(Case("small", 11, processes, sharded=True) for processes in (2, 4)),
    *(Case("small", 11, 1, hosts=2, wire=wire) for wire in (None, 1000, 100, 10)),
    *(Case("base", 3, processes) for processes in (1, 2)),
    *(Case("base", 3, processes, sharded=True) for processes in (2, 4)),
    Case("base", 3, 4),
)


def ip(*arguments: str) -> None:
    """Run ``ip``."""
    subprocess.run(["ip", *arguments], check=True)


@contextmanager
def host(number: int) -> Iterator[str]:
    """A network namespace with a loopback."""
    name = f"scaling{number}"
    ip("netns", "add", name)
    try:
        ip("-n", name, "link", "set", "lo", "up")
        yield name
    finally:
        ip("netns", "delete", name)


def join(hosts: list[str], wire: int | None) -> None:
    """Join two hosts by a wire; it goes when they do."""
    ip("link", "add", "wire0", "netns", hosts[0], "type", "veth", "peer", "name", "wire1", "netns", hosts[1])
    for number, name in enumerate(hosts):
        device = f"wire{number}"
        ip("-n", name, "address", "add", f"{address(number)}/24", "dev", device)
        ip("-n", name, "link", "set", device, "up")
        if wire:
            limit = ("rate", f"{wire}mbit", "burst", "256kb", "latency", "200ms")
            subprocess.run(["tc", "-n", name, "qdisc", "add", "dev", device, "root", "tbf", *limit], check=True)


def address(number: int) -> str:
    """Of a host of several."""
    return f"10.77.0.{number + 1}"


def command(case: Case, number: int, directory: Path) -> list[str]:
    """``torchrun`` on a host of that number."""
    where = f"{address(0) if case.hosts > 1 else '127.0.0.1'}:{PORT}"
    own = address(number) if case.hosts > 1 else "127.0.0.1"
    several = ["--nnodes", str(case.hosts), "--rdzv-backend", "c10d", "--rdzv-endpoint", where, "--local-addr", own]
    # Both namespaces have this machine's name, so that none would know the address for its own.
    several += ["--rdzv-conf", f"is_host={int(number == 0)}"]
    options = {"size": case.size, "batch_tokens": NODES, "threads": 1, "eval_windows": 8}
    return [
        *[sys.executable, "-m", "torch.distributed.run", *several, "--nproc-per-node", str(case.processes)],
        *["-m", "benchmarks.scaling_worker", str(directory), "graphmer", "train", "-S", "hardware=cpu"],
        *[word for key, value in options.items() for word in ("-S", f"graphmer.{key}={value}")],
        *["--seed", "0", "--steps", str(case.steps), "--output-dir", "model", *["--shard"] * case.sharded],
    ]


def run(case: Case) -> dict[str, Any]:
    """Train, and say what it took."""
    with ExitStack() as stack:
        hosts = [stack.enter_context(host(number)) for number in range(case.hosts)]
        if case.hosts > 1:
            join(hosts, case.wire)
        place = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        for given in GIVEN:
            (place / given).parent.mkdir(parents=True, exist_ok=True)
            (place / given).symlink_to(ROOT / given)
        launch(case, hosts, place)
        ranks = range(case.hosts * case.processes)
        found = [json.loads((place / f"{rank}.json").read_text(encoding="utf-8")) for rank in ranks]
        figures = json.loads((place / "model/metrics.json").read_text(encoding="utf-8"))
    return summary(case, found, figures)


def launch(case: Case, hosts: list[str], place: Path) -> None:
    """Start a ``torchrun`` on each host and wait for all."""
    own = {"PYTHONPATH": f"{ROOT / 'src'}:{ROOT}", "OMP_NUM_THREADS": "1", "TORCH_CPP_LOG_LEVEL": "ERROR"}
    logs = [place / f"said_{number}.txt" for number in range(case.hosts)]
    started = []
    for number, (name, log) in enumerate(zip(hosts, logs, strict=True)):
        device = {"GLOO_SOCKET_IFNAME": f"wire{number}" if case.hosts > 1 else "lo"}
        inside = ["ip", "netns", "exec", name, *command(case, number, place)]
        with log.open("w") as said:
            started.append(subprocess.Popen(inside, cwd=place, env=os.environ | own | device, stdout=said, stderr=said))
    if sum(abs(process.wait()) for process in started):
        sys.exit(f"{case.name}: failed\n" + "\n".join(log.read_text() for log in logs))


def summary(case: Case, found: list[dict[str, Any]], figures: dict[str, Any]) -> dict[str, Any]:
    """Of a training: medians over counted steps, and over processes where each has its own."""
    counted = [process["steps"][WARM:] for process in found]

    def middle(clock: str) -> float:
        return float(statistics.median(step[clock] for steps in counted for step in steps))

    hosts = counted[:: case.processes]  # processes of one host see the same interfaces
    return {
        **case._asdict(),
        "precision": figures["hardware"]["precision"],
        "parameters": figures["parameters"]["total"],
        "parameter_bytes": found[0]["parameter_bytes"],
        "buffer_bytes": found[0]["buffer_bytes"],
        "computing_cpu_seconds": middle("computing"),
        "talking_cpu_seconds": middle("talking"),
        "least_wall_seconds": min(step["wall"] for step in counted[0]),
        "median_wall_seconds": middle("wall"),
        "received_bytes_of_a_host": statistics.mean(step["received"] for steps in hosts for step in steps),
        "resident_before": max(process["resident_before"] for process in found),
        "resident_steps": [process["steps"][-1]["peak"] for process in found],
        "resident_peak": [process["resident_peak"] for process in found],
        "losses": [[step["mlm"], step["mnm"]] for step in found[0]["steps"]],
        "load_average": os.getloadavg()[0],
    }


def enough_memory(case: Case) -> bool:
    """Whether a case leaves a third of what is free now to what else runs here."""
    processes = case.processes * case.hosts
    state = 0 if case.size == "small" else WHOLE_STATE / (processes if case.sharded else 1)
    [line] = [line for line in Path("/proc/meminfo").read_text().splitlines() if line.startswith("MemAvailable")]
    return processes * (state + PROCESS) < int(line.split()[1]) * 1024 * 2 / 3


def main() -> None:
    """Measure, print, keep; cases that the output has already stay as they are."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path, default=RESULTS / f"{date.today().isoformat()}_scaling.json")
    arguments = parser.parse_args()
    if not shutil.which("ip") or os.geteuid():
        sys.exit("benchmarks.scaling: needs root and `ip` (iproute2), for network namespaces")
    cases = json.loads(arguments.output.read_text(encoding="utf-8"))["cases"] if arguments.output.exists() else []
    known = [{name: case[name] for name in Case._fields} for case in cases]
    for case in CASES:
        if case._asdict() in known:
            continue
        if not enough_memory(case):
            print(f"{case.name}: left out, for want of memory")
            continue
        cases.append(run(case))
        print(case.name, {key: value for key, value in cases[-1].items() if key != "losses"}, flush=True)
        write_json(arguments.output, {"torch": torch.__version__, "nodes": NODES, "cases": cases})


if __name__ == "__main__":
    main()
