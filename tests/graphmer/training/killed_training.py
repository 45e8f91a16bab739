"""Run as a program: trains, is killed by SIGKILL at several moments, goes on each time, and says what became of it.

    python -m tests.graphmer.training.killed_training DIRECTORY

Prints a line of JSON for each course of events: its name, how often it was killed, and hashes of all that was written.
"""

import hashlib
import json
import os
import random
import signal
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

from codegraft.graphmer.training import train as training
from codegraft.graphmer.training.runtime import runtime_of
from codegraft.graphmer.training.train import train_encoder
from codegraft.training.reproducible import set_reproducible
from tests.graphmer.training.cases import CPU, small_params, small_task

PARAMS = small_params(steps=9, eval_every=4, checkpoint_every=2)


def in_a_child(directory: Path, ending: Callable[[], None]) -> bool:
    """Train in a process of its own, in which ``ending`` has arranged for its end; whether it was killed."""
    child = os.fork()
    if child == 0:
        ending()
        train_encoder(small_task(), PARAMS, 5, directory, runtime_of(CPU, PARAMS))
        os._exit(0)
    _, status = os.waitpid(child, 0)
    if not os.WIFSIGNALED(status) and os.waitstatus_to_exitcode(status):
        sys.exit(f"the training failed with {status}")
    return os.WIFSIGNALED(status)


def never() -> None:
    """Let it come to its end."""


def before(name: str, count: int) -> Callable[[], None]:
    """Kill the process when it calls a function of the training for the ``count``-th time."""
    return lambda: _killed_at(training, name, count)


def while_saving(count: int) -> Callable[[], None]:
    """Kill the process before a checkpoint, the ``count``-th, takes its name."""
    return lambda: _killed_at(Path, "replace", count)


def after(seconds: float) -> Callable[[], None]:
    """Kill the process after a while, wherever it is then."""

    def arrange() -> None:
        def kill() -> None:
            time.sleep(seconds)
            os.kill(os.getpid(), signal.SIGKILL)

        threading.Thread(target=kill, daemon=True).start()

    return arrange


def _killed_at(owner: object, name: str, count: int) -> None:
    original, calls = getattr(owner, name), 0

    def counted(*arguments: object) -> object:
        nonlocal calls
        calls += 1
        if calls == count:
            os.kill(os.getpid(), signal.SIGKILL)
        return original(*arguments)

    setattr(owner, name, counted)


def outcome(directory: Path) -> dict[str, str]:
    """Hashes of all files; of one that was being written when the process was killed, there is only a temporary."""
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(directory.iterdir())
        if path.suffix != ".partial"
    }


def say(course: str, killed: int, hashes: dict[str, str]) -> None:
    """Print a line of JSON."""
    sys.stdout.write(json.dumps({"course": course, "killed": killed, "outcome": hashes}) + "\n")


def main(root: Path) -> None:
    """Train without and with being killed."""
    set_reproducible(0, 1)
    began = time.monotonic()
    in_a_child(root / "uninterrupted", never)
    duration = time.monotonic() - began
    say("uninterrupted", 0, outcome(root / "uninterrupted"))
    courses: dict[str, list[Callable[[], None]]] = {
        "first evaluation": [before("evaluate", 1)],
        "first step": [before("_learn", 1)],
        "between checkpoints, twice": [before("_learn", 6), before("_learn", 2)],
        "before an evaluation": [before("evaluate", 2)],
        "writing the first file, and a later one": [while_saving(1), while_saving(4)],
        "writing last": [while_saving(2)],
        "at random": [after(random.uniform(0, duration)) for _ in range(3)],
    }
    for name, endings in courses.items():
        killed = sum(in_a_child(root / name, ending) for ending in endings)
        in_a_child(root / name, never)
        say(name, killed, outcome(root / name))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
