"""The files that numbers come from: metrics of stages, dated results of benchmarks, parameters.

Each has a command that makes it and a commit that holds it.
"""

import json
import re
import subprocess
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, Final

import yaml

from codegraft.verify.values import Ledger, Value

PARAMS: Final = "params.yaml"
METRICS: Final = "metrics"
RESULTS: Final = "benchmarks/results"
_ABBREVIATED: Final = 10
_DATED: Final = re.compile(r"\d{4}-\d\d-\d\d_(?P<name>\w+)\.json")


@dataclass(frozen=True)
class Sources:
    """What may be read under a repository's root. Files are read once."""

    root: Path
    _read: dict[str, Any] = field(default_factory=dict)
    _commits: dict[str, str] = field(default_factory=dict)

    def value(self, file: str, ledger: Ledger) -> Value:
        """All that a file holds; a missing value, and a fault, when it cannot be read."""
        if file not in self._read:
            self._read[file] = self._parsed(file)
        read = self._read[file]
        if isinstance(read, Unreadable):
            ledger.complain(f"{file}: {read.why}")
            return Value(None, (file,), "", ledger, missing=True)
        return Value(read, (file,), "", ledger)

    def result(self, name: str) -> str:
        """The newest dated file of a benchmark; the name that it would have, when there is none."""
        found = [path.name for path in (self.root / RESULTS).glob(f"*_{name}.json")]
        dated = sorted(file for file in found if (match := _DATED.fullmatch(file)) and match["name"] == name)
        return f"{RESULTS}/{dated[-1] if dated else f'DATE_{name}.json'}"

    def command(self, file: str) -> str:
        """What makes a file again; empty when nothing is known to."""
        if file == PARAMS:
            return "edit params.yaml"
        if file in self.stages:
            return f"dvc repro {self.stages[file]}"
        if file == METRICS:
            return "git log metrics"
        return self._benchmark(file)

    def commit(self, file: str) -> str:
        """The last commit of a file, ``+`` behind it when it was changed since; ``-`` outside git."""
        if file not in self._commits:
            found = self._git("log", "-1", f"--abbrev={_ABBREVIATED}", "--format=%h", "--", file)
            self._commits[file] = f"{found}{'+' * (file in self.changed)}" if found else "-"
        return self._commits[file]

    def metrics_commit(self, ledger: Ledger) -> Value:
        """The last commit that changed a metrics file: what documents name as the state that they show."""
        return Value(self.commit(METRICS), (METRICS,), "its last commit", ledger)

    def has_these_metrics(self, commit: str) -> bool:
        """Whether the metrics of a commit are those of the last one; yes where git no longer, or not here, knows it."""
        if not commit.isalnum():
            return False
        known = self._git("rev-parse", "--quiet", "--verify", f"{commit}^{{commit}}")
        return not (known and self._git("diff", "--name-only", known, "HEAD", "--", METRICS))

    @cached_property
    def stages(self) -> dict[str, str]:
        """The stage of each metrics file, as dvc.yaml says."""
        path = self.root / "dvc.yaml"
        declared = yaml.safe_load(path.read_text(encoding="utf-8")) if path.is_file() else {}
        made = {}
        for name, stage in (declared.get("stages") or {}).items():
            for entry in stage.get("metrics") or []:
                made[entry if isinstance(entry, str) else next(iter(entry))] = name
        return made

    @cached_property
    def changed(self) -> frozenset[str]:
        """Files that differ from the last commit, or are in none."""
        lines = self._git(
            "status", "--porcelain", "-z", "--no-renames", "--untracked-files=all", METRICS, RESULTS, PARAMS
        )
        return frozenset(line[3:] for line in lines.split("\0"))

    @cached_property
    def tracked(self) -> frozenset[str]:
        """The files that git holds; none outside git."""
        return frozenset(self._git("ls-files", "-z").split("\0")) - {""}

    def _benchmark(self, file: str) -> str:
        told = self._read.get(file)
        run = told.get("run") if isinstance(told, dict) else None
        if isinstance(run, dict) and isinstance(run.get("command"), str):
            return str(run["command"])
        match = _DATED.fullmatch(Path(file).name)
        name = match["name"] if match else ""
        return f"python -m benchmarks.{name}" if (self.root / f"benchmarks/{name}.py").is_file() else ""

    def _git(self, *arguments: str) -> str:
        try:
            done = subprocess.run(
                ["git", *arguments], cwd=self.root, capture_output=True, encoding="utf-8", errors="replace", check=False
            )
        except FileNotFoundError:
            return ""
        return done.stdout.strip("\n") if done.returncode == 0 else ""

    def _parsed(self, file: str) -> Any:
        try:
            text = (self.root / file).read_text(encoding="utf-8")
            read = yaml.safe_load(text) if file == PARAMS else json.loads(text, parse_constant=_refuse)
        except FileNotFoundError:
            command = self.command(file)
            return Unreadable(f"not there{f'; run `{command}`' if command else ''}")
        except (OSError, UnicodeDecodeError, ValueError, yaml.YAMLError) as error:
            return Unreadable(f"cannot be read ({str(error).splitlines()[0]})")
        return read if isinstance(read, dict) else Unreadable("holds no object")


@dataclass(frozen=True)
class Unreadable:
    """In the place of a file's content: why there is none."""

    why: str


@dataclass(frozen=True)
class Folder:
    """``metrics`` or ``benchmarks`` as templates see them: a file by its name, without date and ending."""

    sources: Sources
    ledger: Ledger
    dated: bool

    def child(self, name: str) -> Value:
        """The content of a file."""
        return self.sources.value(self.path(name), self.ledger)

    def path(self, name: str) -> str:
        """The file, relative to the root."""
        return self.sources.result(name) if self.dated else f"{METRICS}/{name}.json"

    def __contains__(self, name: str) -> bool:
        return (self.sources.root / self.path(name)).is_file()


def _refuse(constant: str) -> Any:
    raise ValueError(f"it holds {constant}, which is no JSON")
