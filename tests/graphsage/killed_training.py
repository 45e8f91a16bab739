"""Run as a program: trains, is killed by SIGKILL at several moments, goes on each time, and says what became of it.

    python -m tests.graphsage.killed_training DIRECTORY

Prints a line of JSON for each course of events: its name, how often it was killed, and the hash of the last weights, of
the best ones, of the optimizer and of the history.
"""

import hashlib
import random
import shutil
import sys
import time
from functools import partial
from pathlib import Path

import torch

from codegraft.graphsage import train as training
from codegraft.graphsage.batches import examples_of
from codegraft.graphsage.checkpoint import load_checkpoint
from codegraft.graphsage.train import BEST, LAST, splits_of, train_network
from codegraft.training.reproducible import set_reproducible
from tests.graphsage.datasets import CPU, small_dataset, small_params
from tests.training.killing import Ending, after, before, resumed, say, while_saving

EPOCHS = 4


def train(directory: Path) -> None:
    """The training that is killed."""
    examples = examples_of(small_dataset())
    train_network(examples, splits_of(examples), small_params(epochs=EPOCHS), 5, directory, CPU)


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


def main(root: Path) -> None:
    """Train without and with being killed."""
    set_reproducible(0, 1)
    began = time.monotonic()
    resumed(partial(train, root / "uninterrupted"), [])
    duration = time.monotonic() - began
    say("uninterrupted", 0, outcome(root / "uninterrupted"))
    courses: dict[str, list[Ending]] = {
        "first batch": [before(training, "_step", 1)],
        "amid the second epoch": [before(training, "_step", 6)],
        "before validation, twice": [
            before(training, "validation_losses", 2),
            before(training, "validation_losses", 1),
        ],
        "saving best": [while_saving(1)],
        "saving last": [while_saving(2)],
        "saving epoch 2 or its last": [while_saving(4), while_saving(2)],
        "at random": [after(random.uniform(0, duration / 2)) for _ in range(3)],
    }
    for name, endings in courses.items():
        killed = resumed(partial(train, root / name), endings)
        say(name, killed, outcome(root / name))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
