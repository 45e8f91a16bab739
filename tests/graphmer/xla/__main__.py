"""``python -m tests.graphmer.xla``: the tests marked ``xla``, on eight devices that the CPU plays.

``--if-room`` is for CI: where there is no environment it builds one, a download of several GB, only if asked to by
``CODEGRAFT_XLA=1``; without one the tests do not run, which it says in a line, and ends with 0. Further arguments go to
pytest.
"""

import os
import subprocess
import sys
from typing import Final

from tests.graphmer.xla.environment import REQUIREMENTS, ROOT, UnbuiltError, is_built, place, ready

DEVICES = {
    "PJRT_DEVICE": "CPU",
    "CPU_NUM_DEVICES": "8",
    # Compiling takes longer than running here, and four times as long with optimization.
    "XLA_FLAGS": "--xla_backend_optimization_level=0",
    "TF_CPP_MIN_LOG_LEVEL": "2",
    "PYTHONPATH": "src",
}

IF_ROOM: Final = "--if-room"
ASKED: Final = "CODEGRAFT_XLA"
"""Variable that lets ``--if-room`` build the environment."""


def main(arguments: list[str]) -> int:
    """Build the environment if it is not there, run the tests; returns the exit status."""
    optional = IF_ROOM in arguments
    chosen = [argument for argument in arguments if argument != IF_ROOM] or ["tests/graphmer/xla"]
    directory = place(REQUIREMENTS)
    try:
        if optional and os.environ.get(ASKED) != "1" and not is_built(directory):
            raise UnbuiltError(
                f"{directory} is not built; `make test-xla` builds it, some 8 GB, and runs them; so does {ASKED}=1 here"
            )
        python = ready(directory, REQUIREMENTS)
    except UnbuiltError as error:
        sys.stderr.write(f"the tests of TPU training did NOT run: {error}\n")
        return 0 if optional else 1
    # tests/conftest.py needs PostgreSQL, which is not there.
    command = [python, "-m", "pytest", "--confcutdir=tests/graphmer/xla", "-m", "xla", *chosen]
    return subprocess.run(command, cwd=ROOT, env={**os.environ, **DEVICES}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
