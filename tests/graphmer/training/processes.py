"""Run by torchrun: several processes train together, and the first says how the loss went.

    torchrun --nproc-per-node 2 -m tests.graphmer.training.processes DIRECTORY ROWS STEPS [shard]

ROWS is how many rows a micro-batch has at most, STEPS after how many the processes end, as if something had ended them.
Steps and evaluations go to said.json.
"""

import json
import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from accelerate import Accelerator, PartialState

from codegraft.graphmer.training import train as training
from codegraft.graphmer.training.profiles import PROFILES, cut_of
from codegraft.graphmer.training.runtime import Accelerated
from codegraft.graphmer.training.train import train_encoder
from codegraft.training.reproducible import set_reproducible
from tests.graphmer.training.cases import small_params, small_task

STEPS = 6


def end_after(steps: int) -> None:
    """End all processes where they would begin the next step."""
    original, calls = training._learn, 0

    def counted(*arguments: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls > steps:
            PartialState().wait_for_everyone()
            os._exit(0)
        return original(*arguments)

    training._learn = counted


def main(directory: Path, rows: int, *, sharded: bool) -> None:
    """Train in float32."""
    set_reproducible(0, 1)
    params = small_params(steps=STEPS, eval_every=3, checkpoint_every=3)
    accelerator = Accelerator(cpu=True, mixed_precision="no")
    profile = replace(PROFILES["cpu"], precision="no", rows=rows)
    cut = cut_of(params, profile, accelerator.num_processes)
    runtime = Accelerated(profile=profile, cut=cut, sharded=sharded, accelerator=accelerator)
    state = train_encoder(small_task(), params, 5, directory, runtime)
    if accelerator.is_main_process:
        said = {"history": state.history, "evaluations": state.evaluations, "cut": runtime.cut}
        (directory / "said.json").write_text(json.dumps(said), encoding="utf-8")
    accelerator.end_training()


if __name__ == "__main__":
    end_after(int(sys.argv[3]))
    main(Path(sys.argv[1]), int(sys.argv[2]), sharded=sys.argv[4:] == ["shard"])
