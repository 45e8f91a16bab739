"""One thin module per DVC stage, named as the stage: read params, call the library, write outputs."""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from codegraft.errors import CodegraftError
from codegraft.files import write_json

SECONDS: Final = Path(".codegraft/seconds")
"""How long the last run of each stage took here. State of this machine: no output, and nothing is computed from it."""


def run(main: Callable[[], None]) -> None:
    """Run a stage; an error that a person can act on ends it with that message alone and exit code 1."""
    start = time.perf_counter()
    try:
        main()
        _record(main, time.perf_counter() - start)
    except (CodegraftError, OSError) as error:  # OSError: a file or folder that cannot be read or written
        sys.exit(f"error: {error}")
    except KeyboardInterrupt:
        sys.exit("interrupted; nothing half-written was left")


def _record(main: Callable[[], None], seconds: float) -> None:
    """Write the wall time under DVC's name of the stage: of a matrix ``ablate_graphmer@whole``."""
    module = sys.modules[main.__module__].__spec__
    if module is not None:  # None: run as a file, which DVC never does
        name = "@".join([module.name.rpartition(".")[2], *(["-".join(sys.argv[1:])] if sys.argv[1:] else [])])
        write_json(SECONDS / f"{name}.json", {"stage": name, "seconds": seconds})
