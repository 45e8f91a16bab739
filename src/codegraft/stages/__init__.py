"""One thin module per DVC stage, named as the stage: read params, call the library, write outputs."""

import sys
from collections.abc import Callable

from codegraft.errors import CodegraftError


def run(main: Callable[[], None]) -> None:
    """Run a stage; an error that a person can act on ends it with that message alone and exit code 1."""
    try:
        main()
    except (CodegraftError, OSError) as error:  # OSError: a file or folder that cannot be read or written
        sys.exit(f"error: {error}")
    except KeyboardInterrupt:
        sys.exit("interrupted; nothing half-written was left")
