"""Run as a program: trains, is killed by SIGKILL at several moments, goes on each time, and says what became of it.

    python -m tests.graphmer.training.killed_training DIRECTORY

Prints a line of JSON for each course of events: its name, how often it was killed, and hashes of all that was written.
"""

import hashlib
import random
import sys
import time
from functools import partial
from pathlib import Path

from codegraft.graphmer.training import train as training
from codegraft.graphmer.training.runtime import runtime_of
from codegraft.graphmer.training.train import train_encoder
from codegraft.training.reproducible import set_reproducible
from tests.graphmer.training.cases import CPU, small_params, small_task
from tests.training.killing import Ending, after, before, resumed, say, while_saving

PARAMS = small_params(steps=9, eval_every=4, checkpoint_every=2)


def train(directory: Path) -> None:
    """The training that is killed."""
    train_encoder(small_task(), PARAMS, 5, directory, runtime_of(CPU, PARAMS))


def outcome(directory: Path) -> dict[str, str]:
    """Hashes of all files; of one that was being written when the process was killed, there is only a temporary."""
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(directory.iterdir())
        if path.suffix != ".partial"
    }


def main(root: Path) -> None:
    """Train without and with being killed."""
    set_reproducible(0, 1)
    began = time.monotonic()
    resumed(partial(train, root / "uninterrupted"), [])
    duration = time.monotonic() - began
    say("uninterrupted", 0, outcome(root / "uninterrupted"))
    courses: dict[str, list[Ending]] = {
        "first evaluation": [before(training, "evaluate", 1)],
        "first step": [before(training, "_learn", 1)],
        "between checkpoints, twice": [before(training, "_learn", 6), before(training, "_learn", 2)],
        "before an evaluation": [before(training, "evaluate", 2)],
        "writing the first file, and a later one": [while_saving(1), while_saving(4)],
        "writing last": [while_saving(2)],
        "at random": [after(random.uniform(0, duration)) for _ in range(3)],
    }
    for name, endings in courses.items():
        killed = resumed(partial(train, root / name), endings)
        say(name, killed, outcome(root / name))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
