"""What can be wrong with the documents, planted in a clone, and what names it: `python -m benchmarks.claim_faults`."""

import json
import re
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from codegraft.verify.claims import check_claims
from codegraft.verify.docs import write_documents

ROOT = Path(__file__).parents[1]
README, RESULTS, TEMPLATE = "README.md", "docs/results.md", "docs/templates/README.md.j2"
LINKS = "metrics/graphmer_eval.json"
Plant = Callable[[Path], None]


def edited(file: str, pattern: str, new: str) -> Plant:
    """Replace the first text of a file that a pattern matches."""

    def plant(root: Path) -> None:
        text, count = re.subn(pattern, new, (root / file).read_text(encoding="utf-8"), count=1)
        if not count:
            raise ValueError(f"{file}: nothing like {pattern} to plant a fault in")
        (root / file).write_text(text, encoding="utf-8")

    return plant


def stated(pattern: str, new: str, template: str = TEMPLATE) -> Plant:
    """Replace in a template and write the documents anew: nobody forgot `codegraft docs`."""

    def plant(root: Path) -> None:
        edited(template, pattern, new)(root)
        write_documents(root)

    return plant


def changed(change: Callable[[Any], None]) -> Plant:
    """Change what the evaluation of links found."""

    def plant(root: Path) -> None:
        found = json.loads((root / LINKS).read_text(encoding="utf-8"))
        change(found)
        (root / LINKS).write_text(json.dumps(found), encoding="utf-8")

    return plant


def newer_result(root: Path) -> None:
    """A benchmark was run again, and the documents still show the run before."""
    (last,) = (root / "benchmarks/results").glob("*_export.json")
    found = json.loads(last.read_text(encoding="utf-8"))
    found["export"]["ratio"]["seconds"] /= 2
    last.with_name("2999-01-01_export.json").write_text(json.dumps(found), encoding="utf-8")


def unlisted(root: Path) -> None:
    """A package that the tree does not show."""
    (root / "src/codegraft/surprise").mkdir()
    (root / "src/codegraft/surprise/__init__.py").write_text("", encoding="utf-8")
    subprocess.run(["git", "add", "src/codegraft/surprise"], cwd=root, check=True)


def committed(root: Path) -> None:
    """Metrics were committed and README.md still names the commit before."""
    (root / "metrics/another.json").write_text("{}", encoding="utf-8")
    who = ["-c", "user.name=somebody", "-c", "user.email=somebody@example.org"]
    subprocess.run(["git", "add", "metrics/another.json"], cwd=root, check=True)
    subprocess.run(["git", *who, "commit", "-qm", "Another metric"], cwd=root, check=True)


FAULTS: tuple[tuple[str, Plant], ...] = (
    ("a digit of README.md changed by hand", edited(README, r"0\.\d\d(\d) \[", r"0.99\1 [")),
    ("the end of an interval in docs/results.md changed", edited(RESULTS, r"\[0\.\d+", "[0.111")),
    ("a verdict turned round", edited(RESULTS, r"\*\*refuted\*\*", "**confirmed**")),
    ("`yes` in place of a threshold that does not hold", edited(RESULTS, r"\| \*\*no\*\* \| no \|", "| yes | no |")),
    ("a sentence edited in the document alone", edited(README, "Learning on", "Reliable learning on")),
    ("a baseline's row deleted from a table", edited(RESULTS, r"\n\| relation frequency \|[^\n]*", "")),
    ("a row added that no metrics file has", edited(RESULTS, r"(\n\| reader alone \|[^\n]*)", r"\1\1")),
    ("a document deleted", lambda root: (root / RESULTS).unlink()),
    ("a metric moved on, documents not", changed(lambda found: found["disambiguation"].update(accuracy=0.5))),
    ("a metric's key renamed", changed(lambda found: found.update(disambiguations=found.pop("disambiguation")))),
    ("a metric null", changed(lambda found: found["disambiguation"].update(accuracy=None))),
    ("a metric NaN", changed(lambda found: found["disambiguation"].update(accuracy=float("nan")))),
    ("a metric that is text", changed(lambda found: found["disambiguation"].update(accuracy="0.922"))),
    ("HTML in a name of a metrics file", changed(lambda found: found["gates"].update({"<b>": {"passed": True}}))),
    ("a metrics file deleted", lambda root: (root / LINKS).unlink()),
    ("a metrics file cut off", lambda root: (root / LINKS).write_bytes((root / LINKS).read_bytes()[:1000])),
    ("a benchmark's newer result not shown", newer_result),
    ("metrics of another commit than README.md names", committed),
    ("a number typed into the template", stated("A second", "It is 12 % better. A second")),
    ("a number in words typed into the template", stated("A second", "It is twelve times better. A second")),
    ("a number typed into a code block", stated("# what it changed", "# what it changed, in 7 s")),
    ("a listed fact with another number", stated("Python 3.11", "Python 3.9")),
    ("a link to a page that is not there", stated(r"\(docs/linking.md\)", "(docs/lnking.md)")),
    ("a heading renamed that links lead to", stated("## Link prediction", "## Links", "docs/templates/results.md.j2")),
    ("a path of the tree that is not there", stated("near_duplicates.py", "near_copies.py")),
    ("a package that the tree leaves out", unlisted),
    ("a template that does not parse", edited(TEMPLATE, r"\{% endmacro %\}", "")),
    ("a template emptied", lambda root: (root / TEMPLATE).write_text("", encoding="utf-8")),
)
"""What is wrong, and what makes it so in a clone that holds. Each has to be named by `check_claims`."""


def clone(target: Path) -> Path:
    """The last commit of this repository, in a directory that may be damaged."""
    subprocess.run(["git", "clone", "-q", "--shared", ROOT.as_posix(), target.as_posix()], check=True)
    return target


@contextmanager
def planted(root: Path, plant: Plant) -> Iterator[None]:
    """Within, the clone holds a fault; afterwards it is as it was."""
    before = subprocess.run(["git", "rev-parse", "HEAD"], cwd=root, check=True, capture_output=True, text=True).stdout
    try:
        plant(root)
        yield
    finally:
        subprocess.run(["git", "reset", "-q", "--hard", before.strip()], cwd=root, check=True)
        subprocess.run(["git", "clean", "-fdq"], cwd=root, check=True)


def main() -> None:
    """Plant each fault and print what names it."""
    print("| planted | the first line that `codegraft verify` prints | lines |\n|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        root = clone(Path(folder) / "clone")
        for name, plant in FAULTS:
            with planted(root, plant):
                faults = check_claims(root).faults
            print(
                f"| {name} | {faults[0].replace('|', '/') if faults else '**nothing**'} | {len(faults)} |", flush=True
            )


if __name__ == "__main__":
    main()
