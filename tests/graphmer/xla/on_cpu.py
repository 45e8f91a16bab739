"""``python -m tests.graphmer.xla.on_cpu START LAST FILE``: steps on the CPU, in float32, whatever torch this is.

From the checkpoint FILE if START is not 0; what step LAST leaves is written there, the terms of each step to stdout.
"""

import json
import sys
from pathlib import Path

import torch

from codegraft.graphmer.training.runtime import runtime_of
from tests.graphmer.xla import twins


def main(start: int, last: int, path: Path) -> None:
    torch.set_num_threads(1)
    torch.cpu.get_capabilities = dict  # no product in bfloat16
    state = twins.untrained(runtime_of(torch.device("cpu"), twins.PARAMS))
    if start:
        state.restore(path)
    sys.stdout.write(json.dumps(twins.take_steps(state, start, last)))
    state.save(path)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))
