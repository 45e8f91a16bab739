"""Faults planted in a run and its record, and what ``codegraft verify`` says of each: prints a Markdown table.

    python -m benchmarks.verify_faults > benchmarks/results/<date>_verify_faults.md

Each fault is planted in a fresh copy of a repository with the real metrics, series and parameters, small files in place
of data and models, and a dvc.lock that DVC wrote. About two minutes on one core.
"""

import contextlib
import re
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from typer.testing import CliRunner

from codegraft.cli import app
from tests.verify.faults import EDITED, LEFT_BY_A_RUN, Fault
from tests.verify.repository import make

GROUPS: tuple[tuple[str, Sequence[Fault]], ...] = (
    ("Left by a run: checksums, dvc.lock and metadata agree with what is wrong", LEFT_BY_A_RUN),
    ("Changed after the run", EDITED),
)
"""What is tried; a further list of faults is a line here."""

MARK = "  FAULT "
SHOWN = 260


def verified(options: Sequence[str]) -> tuple[int, str]:
    """Exit code and output of ``codegraft verify`` in the working directory.

    Raises:
        BaseException: whatever the command raised that is no message for people.
    """
    done = CliRunner().invoke(app, ["verify", *options])
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.exit_code, done.output


def row(fault: Fault, whole: Path, place: Path) -> str:
    """One line of the table: the fault, the sections that found it, the exit code, the message that names it."""
    shutil.copytree(whole, place, ignore=shutil.ignore_patterns(".git", "cache", "tmp"))
    with contextlib.chdir(place):
        fault.apply(place)
        code, output = verified(fault.options)
    parts = [part.splitlines() for part in output.split("\n\n")]
    found = {lines[0]: [line.removeprefix(MARK) for line in lines if line.startswith(MARK)] for lines in parts if lines}
    sections = ", ".join(title for title, faults in found.items() if faults)
    named = [message for faults in found.values() for message in faults if fault.caught in message]
    if not named:
        raise RuntimeError(f"{fault.title}: nothing says {fault.caught!r}:\n{output}")
    others = sum(map(len, found.values())) - 1
    more = f" (and {others} more)" if others else ""
    message = re.sub(r"\s+", " ", named[0])[:SHOWN].replace("|", "\\|")
    return f"| {fault.title} | {sections} | {code} | {message}{more} |"


def main() -> None:
    """Plant everything."""
    print(f"`python -m benchmarks.verify_faults`: {sum(len(faults) for _, faults in GROUPS)} faults.\n")
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole"
        whole.mkdir()
        with contextlib.chdir(whole):
            make(whole)
            code, output = verified(["--complete"])
        print(f"Without a fault: exit {code}, {output.splitlines()[-1]}.")
        if code:
            sys.exit(output)
        for title, faults in GROUPS:
            print(f"\n## {title}\n\n| fault | what caught it | exit | message |\n|---|---|---|---|")
            for number, fault in enumerate(faults):
                print(row(fault, whole, Path(folder) / f"{title[:4]}{number}"), flush=True)


if __name__ == "__main__":
    main()
