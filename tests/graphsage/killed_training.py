"""Run as a program: trains, is killed by SIGKILL at several moments, goes on each time, and says what became of it.

    python -m tests.graphsage.killed_training DIRECTORY

Prints a line of JSON for each course of events: its name, how often it was killed, and the hash of the last weights, of
the best ones, of the optimizer and of the history.
"""

import hashlib
import json
import os
import random
import shutil
import signal
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import torch

from codegraft.graphsage import train as training
from codegraft.graphsage.batches import examples_of
from codegraft.graphsage.checkpoint import load_checkpoint
from codegraft.graphsage.train import BEST, LAST, splits_of, train_network
from codegraft.training.reproducible import set_reproducible
from tests.graphsage.datasets import CPU, small_dataset, small_params

EPOCHS = 4


def in_a_child(directory: Path, ending: Callable[[], None]) -> bool:
    """Train in a process of its own, in which ``ending`` has arranged for its end; whether it was killed."""
    child = os.fork()
    if child == 0:
        ending()
        examples = examples_of(small_dataset())
        train_network(examples, splits_of(examples), small_params(epochs=EPOCHS), 5, directory, CPU)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    if not os.WIFSIGNALED(status) and os.waitstatus_to_exitcode(status):
        sys.exit(f"the training failed with {status}")
    return os.WIFSIGNALED(status)


def never() -> None:
    """Let it come to its end."""


def before(name: str, count: int) -> Callable[[], None]:
    """Kill the process when it calls a function of the training for the ``count``-th time."""

    def arrange() -> None:
        original, calls = getattr(training, name), 0

        def counted(*arguments: object) -> object:
            nonlocal calls
            calls += 1
            if calls == count:
                os.kill(os.getpid(), signal.SIGKILL)
            return original(*arguments)

        setattr(training, name, counted)

    return arrange


def while_saving(count: int) -> Callable[[], None]:
    """Kill the process before a checkpoint, the ``count``-th, takes its name."""

    def arrange() -> None:
        original, calls = Path.replace, 0

        def counted(self: Path, target: Path) -> Path:
            nonlocal calls
            calls += 1
            if calls == count:
                os.kill(os.getpid(), signal.SIGKILL)
            return original(self, target)

        Path.replace = counted  # type: ignore[method-assign]

    return arrange


def after(seconds: float) -> Callable[[], None]:
    """Kill the process after a while, wherever it is then."""

    def arrange() -> None:
        def kill() -> None:
            time.sleep(seconds)
            os.kill(os.getpid(), signal.SIGKILL)

        threading.Thread(target=kill, daemon=True).start()

    return arrange


def outcome(directory: Path) -> dict[str, str]:
    """Hashes of everything that a training comes to; its directory, of a hundred megabytes, is removed."""
    found = {}
    for name in (LAST, BEST):
        content = torch.load(directory / name, weights_only=True)
        for part in ("model", "optimizer", "metadata"):
            found[f"{name} {part}"] = hashlib.sha256(repr(_exact(content[part])).encode()).hexdigest()
        load_checkpoint(directory / name)
    shutil.rmtree(directory)
    return found


def _exact(value: object) -> object:
    if isinstance(value, torch.Tensor):
        return hashlib.sha256(value.numpy().tobytes()).hexdigest()
    if isinstance(value, dict):
        return {name: _exact(item) for name, item in value.items()}
    return [_exact(item) for item in value] if isinstance(value, list) else value


def say(course: str, killed: int, hashes: dict[str, str]) -> None:
    """Print a line of JSON."""
    sys.stdout.write(json.dumps({"course": course, "killed": killed, "outcome": hashes}) + "\n")


def main(root: Path) -> None:
    """Train without and with being killed."""
    set_reproducible(0, 1)
    began = time.monotonic()
    courses: dict[str, list[Callable[[], None]]] = {"uninterrupted": []}
    courses |= {
        "first batch": [before("_step", 1)],
        "amid the second epoch": [before("_step", 6)],
        "before validation, twice": [before("validation_losses", 2), before("validation_losses", 1)],
        "saving best": [while_saving(1)],
        "saving last": [while_saving(2)],
        "saving epoch 2 or its last": [while_saving(4), while_saving(2)],
    }
    for name, endings in courses.items():
        killed = sum(in_a_child(root / name, ending) for ending in endings)
        in_a_child(root / name, never)
        if name == "uninterrupted":
            duration = time.monotonic() - began
            courses_at_random = [after(random.uniform(0, duration / 2)) for _ in range(3)]
        say(name, killed, outcome(root / name))
    killed = sum(in_a_child(root / "at random", ending) for ending in courses_at_random)
    in_a_child(root / "at random", never)
    say("at random", killed, outcome(root / "at random"))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
