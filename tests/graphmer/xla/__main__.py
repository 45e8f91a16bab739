"""``python -m tests.graphmer.xla``: the tests marked ``xla``, on eight devices that the CPU plays.

``--if-room`` ends with 0 where the disk is too full to build the environment, and says so; without it that is an error.
Further arguments go to pytest.
"""

import os
import subprocess
import sys

from tests.graphmer.xla.environment import REQUIREMENTS, ROOT, NoRoomError, place, ready

DEVICES = {
    "PJRT_DEVICE": "CPU",
    "CPU_NUM_DEVICES": "8",
    # Compiling takes longer than running here, and four times as long with optimization.
    "XLA_FLAGS": "--xla_backend_optimization_level=0",
    "TF_CPP_MIN_LOG_LEVEL": "2",
    "PYTHONPATH": "src",
}


def main(arguments: list[str]) -> int:
    """Build the environment, run the tests; returns the exit status."""
    optional = "--if-room" in arguments
    chosen = [argument for argument in arguments if argument != "--if-room"] or ["tests/graphmer/xla"]
    try:
        python = ready(place(REQUIREMENTS, os.environ), REQUIREMENTS)
    except NoRoomError as error:
        sys.stderr.write(f"the tests of TPU training did NOT run: {error}\n")
        return 0 if optional else 1
    except subprocess.CalledProcessError:
        sys.stderr.write("the tests of TPU training did NOT run: their environment could not be built\n")
        return 1
    # tests/conftest.py needs PostgreSQL, which is not there.
    command = [python, "-m", "pytest", "--confcutdir=tests/graphmer/xla", "-m", "xla", *chosen]
    return subprocess.run(command, cwd=ROOT, env={**os.environ, **DEVICES}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
