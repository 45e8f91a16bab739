"""Runs a target in forked processes, one after the other, and gathers what came of its inputs."""

import json
import os
import shutil
import signal
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, Final

from benchmarks.fuzz.target import Target
from benchmarks.fuzz.worker import Outcome, work

INPUTS_A_PROCESS: Final = 5_000

MOST_DEATHS: Final = 40
"""A target of which more processes end early is given up: it has to be mended first."""

_SIGNALS: Final = {signal.SIGPROF: "works too long", signal.SIGALRM: "waits too long"}


@dataclass
class Finding:
    """A fault, the number of the first input that shows it, and how many inputs do."""

    what: str
    number: int
    detail: str
    count: int


@dataclass
class Tally:
    """What came of the inputs of a target, from the first on."""

    inputs: int = 0
    accepted: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    findings: dict[str, Finding] = field(default_factory=dict)
    seconds: float = 0.0
    slowest_s: float = 0.0
    slowest_input: int = -1
    peak_bytes: int = 0
    deaths: int = 0

    def take(self, first: int, count: int, outcome: Outcome) -> None:
        """Count what came of so many inputs from a number on."""
        self.inputs += count
        if outcome.kind == "accepted":
            self.accepted += count
        elif outcome.kind == "refused":
            self.refused[outcome.what] += count
        elif outcome.what in self.findings:
            self.findings[outcome.what].count += count
        else:
            self.findings[outcome.what] = Finding(outcome.what, first, outcome.detail, count)

    def as_json(self) -> dict[str, Any]:
        """For a file of results."""
        return {
            "inputs": self.inputs,
            "accepted": self.accepted,
            "refused": dict(sorted(self.refused.items())),
            "findings": [asdict(finding) for finding in self.findings.values()],
            "seconds": round(self.seconds, 1),
            "inputs_per_s": round(self.inputs / max(self.seconds, 1e-9)),
            "slowest_s": round(self.slowest_s, 3),
            "slowest_input": self.slowest_input,
            "peak_mb": round(self.peak_bytes / (1 << 20), 1),
            "deaths": self.deaths,
        }

    @classmethod
    def of_json(cls, known: dict[str, Any]) -> "Tally":
        """What :meth:`as_json` gave, to be gone on with."""
        return cls(
            inputs=known["inputs"],
            accepted=known["accepted"],
            refused=Counter(known["refused"]),
            findings={one["what"]: Finding(**one) for one in known["findings"]},
            seconds=known["seconds"],
            slowest_s=known["slowest_s"],
            slowest_input=known["slowest_input"],
            peak_bytes=int(known["peak_mb"] * (1 << 20)),
            deaths=known["deaths"],
        )


def fuzz(target: Target, seed: int, numbers: range, tally: Tally, after: Callable[[], None] = lambda: None) -> None:
    """Read the inputs of these numbers; ``after`` is called after each process.

    Raises:
        RuntimeError: a valid input is not accepted, so that nothing would be tested.
    """
    at = numbers.start
    while at < numbers.stop and tally.deaths < MOST_DEATHS:
        begun = time.monotonic()
        at = _process(target, seed, range(at, min(at + INPUTS_A_PROCESS, numbers.stop)), tally)
        tally.seconds += time.monotonic() - begun
        after()


def _process(target: Target, seed: int, numbers: range, tally: Tally) -> int:
    """Let one process read inputs; the number of the first that was not read."""
    status, records = _forked(target, seed, numbers)
    at, begun = numbers.start, None
    for record in records:
        if "broken" in record:
            raise RuntimeError(f"{target.name}: a valid input is not accepted: {record['broken']}")
        if "begin" in record:
            begun = record
            continue
        outcome, begun = Outcome(*record["outcome"]), None
        _measure(tally, record)
        _lay(target, seed, range(at, at + record["count"]), tally, outcome)
        at += record["count"]
    if begun is None:
        if at == numbers.start:
            raise RuntimeError(f"{target.name}: a process ended before its first input: {_death(status)}")
        return at
    tally.deaths += 1
    numbers = range(at, at + begun["count"])
    _lay(target, seed, numbers, tally, Outcome("finding", _death(status), f"{begun['bytes']} bytes"))
    return numbers.stop


def _measure(tally: Tally, record: dict[str, Any]) -> None:
    tally.peak_bytes = max(tally.peak_bytes, record["grown"])
    seconds = record["seconds"] / record["count"]
    if seconds > tally.slowest_s:
        tally.slowest_s, tally.slowest_input = seconds, record["end"]


def _lay(target: Target, seed: int, numbers: range, tally: Tally, outcome: Outcome) -> None:
    """Count an outcome; a fault of several inputs is laid to those that show it alone, if any does."""
    before = {what: finding.count for what, finding in tally.findings.items()}
    if outcome.kind == "finding" and len(numbers) > 1:
        single, at = replace(target, together=1), numbers.start
        while at < numbers.stop:
            at = _process(single, seed, range(at, numbers.stop), tally)
        if before == {what: finding.count for what, finding in tally.findings.items()}:
            tally.findings[outcome.what] = Finding(f"{outcome.what}, together", numbers.start, outcome.detail, 1)
    else:
        tally.take(numbers.start, len(numbers), outcome)


def _forked(target: Target, seed: int, numbers: range) -> tuple[int, list[dict[str, Any]]]:
    """The status with which a process ended that read these inputs, and what it logged."""
    place = Path(tempfile.mkdtemp(prefix="fuzz"))
    try:
        process = os.fork()
        if process == 0:
            work(target, seed, numbers, place)
        _, status = os.waitpid(process, 0)
        log = place / "log"
        lines = log.read_bytes().splitlines() if log.exists() else []
        return status, [json.loads(line) for line in lines]
    finally:
        shutil.rmtree(place)


def _death(status: int) -> str:
    if os.WIFSIGNALED(status):
        number = os.WTERMSIG(status)
        return _SIGNALS.get(number, f"dies of {signal.Signals(number).name}")
    return f"ends the process with {os.waitstatus_to_exitcode(status)}"
