"""The command: ``python -m benchmarks.fuzz``."""

import argparse
import json
import os
from pathlib import Path
from typing import Any

from benchmarks.fuzz import __doc__ as description
from benchmarks.fuzz.harness import Tally, fuzz
from benchmarks.fuzz.minimise import smallest
from benchmarks.fuzz.target import Target
from benchmarks.fuzz.targets import all_targets
from benchmarks.fuzz.worker import input_of
from codegraft.files import write_json


def main() -> None:
    """Fuzz, from where the file of results stops."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--inputs", type=int, default=100_000, help="of each target, those of earlier runs included")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--target", action="append", help="part of the names of targets; all by default")
    parser.add_argument("--output", type=Path, required=True, help="results, which a later run goes on with")
    parser.add_argument("--show", type=int, help="print the input of this number, as small as it shows the fault")
    arguments = parser.parse_args()
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    chosen = [one for one in all_targets() if any(part in one.name for part in arguments.target or [""])]
    if arguments.show is not None:
        for target in chosen:
            print(target.name, repr(smallest(target, input_of(target, arguments.seed, arguments.show))), sep="\n")
        return
    for target in chosen:
        _run(target, arguments)


def _run(target: Target, arguments: argparse.Namespace) -> None:
    results = _results(arguments.output, arguments.seed)
    known = results["targets"].get(target.name)
    tally = Tally.of_json(known) if known else Tally()

    def keep() -> None:
        results["targets"][target.name] = tally.as_json()
        write_json(arguments.output, results)

    fuzz(target, arguments.seed, range(tally.inputs, arguments.inputs), tally, keep)
    found = sum(finding.count for finding in tally.findings.values())
    print(f"{target.name}: {tally.inputs} inputs, {tally.accepted} accepted, {found} findings, {tally.seconds:.0f} s")
    for finding in tally.findings.values():
        print(f"  {finding.count} x {finding.what} (input {finding.number}): {finding.detail}")


def _results(path: Path, seed: int) -> dict[str, Any]:
    if not path.exists():
        return {"seed": seed, "targets": {}}
    results: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    if results["seed"] != seed:
        raise SystemExit(f"{path}: of the seed {results['seed']}; name another file")
    return results


if __name__ == "__main__":
    main()
