"""Programs a second in the warm sandbox, beside a fresh interpreter for each run, in one run of this benchmark.

    python -m benchmarks.sandbox

Every program is different and is run on 8 inputs. The fresh interpreter is started as the sandbox's own is, without
looking for installed packages, and without any protection: its best case. CPU time is that of all processes, and
says what the rates would be on a machine with nothing else to do; the load says whether this was one.
"""

import json
import os
import resource
import statistics
import subprocess
import time
from collections.abc import Callable
from datetime import date

import psutil
from joblib import Parallel, delayed

from benchmarks.export import RESULTS
from codegraft.programs.sandbox import Limits, Sandbox
from codegraft.programs.sandbox.client import ENVIRONMENT, INTERPRETER, OPTIONS

RUNS = 3
INPUTS = [str(number).encode() for number in range(8)]
PATIENT = Limits(wall_s=60.0)
KINDS = {
    "trivial": "number = int(input())\nprint(number * {})",
    "imports": "import sys, math, collections, heapq, itertools\nprint(math.gcd(int(sys.stdin.readline()), {}))",
    "10 ms of work": "number = int(input())\nprint(sum(range(400_000)) + number * {})",
}


def programs(kind: str, count: int) -> list[str]:
    """Different programs of a kind."""
    return [KINDS[kind].format(number) for number in range(count)]


def warm(codes: list[str]) -> float:
    """Seconds to run programs in one sandbox that has been started already."""
    with Sandbox(PATIENT) as sandbox:
        sandbox.run(codes[0], INPUTS)
        start = time.perf_counter()
        for code in codes:
            outcomes = sandbox.run(code, INPUTS)
            if [outcome.ended for outcome in outcomes] != ["finished"] * len(INPUTS):
                raise RuntimeError(f"{code}: {outcomes}")
        return time.perf_counter() - start


def fresh(codes: list[str]) -> float:
    """Seconds to run programs in an interpreter of their own for each input."""
    start = time.perf_counter()
    for code in codes:
        for given in INPUTS:
            command = [INTERPRETER, *OPTIONS, "-c", code]
            subprocess.run(command, input=given, env=ENVIRONMENT, check=True, capture_output=True)
    return time.perf_counter() - start


def two(call: Callable[[list[str]], float], codes: list[str]) -> float:
    """Seconds of the slower of two processes, each with half of the programs."""
    halves = [codes[::2], codes[1::2]]
    return max(Parallel(n_jobs=2)(delayed(call)(half) for half in halves))


def rate(measure: Callable[[list[str]], float], codes: list[str]) -> dict[str, float]:
    """Programs a second, the median of several runs, and the slowest and fastest."""
    rates = [len(codes) / measure(codes) for _ in range(RUNS)]
    return {"median": statistics.median(rates), "least": min(rates), "most": max(rates)}


def warm_cpu(codes: list[str]) -> float:
    """CPU milliseconds of a program in the sandbox: of the server, its runners and the program's processes."""
    others = set(psutil.Process().children(recursive=True))
    with Sandbox(PATIENT) as sandbox:
        (server,) = (
            child
            for child in psutil.Process().children(recursive=True)
            if child not in others and child.ppid() != os.getpid()
        )
        before = sum(server.cpu_times()[:4])
        for code in codes:
            sandbox.run(code, INPUTS)
        return 1000 * (sum(server.cpu_times()[:4]) - before) / len(codes)


def fresh_cpu(codes: list[str]) -> float:
    """CPU milliseconds of a program in interpreters of its own."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    fresh(codes)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return 1000 * (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) / len(codes)


def startup() -> float:
    """Milliseconds until a sandbox is ready."""
    start = time.perf_counter()
    with Sandbox():
        return 1000 * (time.perf_counter() - start)


def main() -> None:
    """Measure, print, keep."""
    figures = {
        "inputs_per_program": len(INPUTS),
        "cores": os.cpu_count(),
        "load_before": os.getloadavg()[0],
        "startup_ms": statistics.median(startup() for _ in range(5)),
        "programs_per_second": {
            kind: {
                "sandbox, 1 process": rate(warm, programs(kind, 50)),
                "sandbox, 2 processes": rate(lambda codes: two(warm, codes), programs(kind, 100)),
                "fresh interpreters, 1 process": rate(fresh, programs(kind, 3)),
                "fresh interpreters, 2 processes": rate(lambda codes: two(fresh, codes), programs(kind, 6)),
            }
            for kind in KINDS
        },
        "cpu_ms_per_program": {
            kind: {"sandbox": warm_cpu(programs(kind, 50)), "fresh interpreters": fresh_cpu(programs(kind, 5))}
            for kind in KINDS
        },
    }
    text = json.dumps(figures, indent=2)
    print(text)
    (RESULTS / f"{date.today().isoformat()}_sandbox.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
