"""Trainings that are killed by SIGKILL at a chosen moment: what the tests of resuming share."""

import json
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path

Ending = Callable[[], None]
"""Arranges, in the process that trains, for its end."""


def in_a_child(train: Callable[[], object], ending: Ending) -> bool:
    """Train in a process of its own, in which ``ending`` has arranged for its end; whether it was killed."""
    child = os.fork()
    if child == 0:
        ending()
        train()
        os._exit(0)
    _, status = os.waitpid(child, 0)
    if not os.WIFSIGNALED(status) and os.waitstatus_to_exitcode(status):
        sys.exit(f"the training failed with {status}")
    return os.WIFSIGNALED(status)


def resumed(train: Callable[[], object], endings: Sequence[Ending]) -> int:
    """Train with each ending in turn, then to the end; how often it was killed."""
    killed = sum(in_a_child(train, ending) for ending in endings)
    in_a_child(train, lambda: None)
    return killed


def before(owner: object, name: str, count: int) -> Ending:
    """Kill the process when it calls a function of a module or class for the ``count``-th time."""

    def arrange() -> None:
        original, calls = getattr(owner, name), 0

        def counted(*arguments: object) -> object:
            nonlocal calls
            calls += 1
            if calls == count:
                os.kill(os.getpid(), signal.SIGKILL)
            return original(*arguments)

        setattr(owner, name, counted)

    return arrange


def while_saving(count: int) -> Ending:
    """Kill the process before a checkpoint, the ``count``-th, takes its name."""
    return before(Path, "replace", count)


def after(seconds: float) -> Ending:
    """Kill the process after a while, wherever it is then."""

    def arrange() -> None:
        def kill() -> None:
            time.sleep(seconds)
            os.kill(os.getpid(), signal.SIGKILL)

        threading.Thread(target=kill, daemon=True).start()

    return arrange


def say(course: str, killed: int, hashes: dict[str, str]) -> None:
    """Print a line of JSON."""
    sys.stdout.write(json.dumps({"course": course, "killed": killed, "outcome": hashes}) + "\n")
