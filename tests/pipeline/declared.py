"""The stages as dvc.yaml declares them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
STAGES = "codegraft.stages"


@dataclass(frozen=True)
class Stage:
    """One stage, or one item of a stage's matrix: its name and what stands under it.

    Attributes:
        name: as DVC has it; of an item ``<name in dvc.yaml>@<values>``.
        body: with the item's values in place of ``${item.<key>}``, and without the matrix.
        item: value by key of the matrix; empty for a stage that has none.
    """

    name: str
    body: dict[str, Any]
    item: dict[str, str] = field(default_factory=dict)

    @property
    def written(self) -> str:
        """The name in dvc.yaml."""
        return self.name.partition("@")[0]

    @property
    def module(self) -> str:
        return f"{STAGES}.{self.written}"

    @property
    def command(self) -> list[str]:
        """What follows ``python``: an item's module is told the item's values."""
        return ["-m", self.module, *self.item.values()]

    def paths(self, field: str) -> list[str]:
        """Paths under ``deps``, ``outs``, ``metrics`` or ``plots``, without a directory's closing slash."""
        return [path.rstrip("/") for path, _ in self.entries(field)]

    def entries(self, field: str) -> list[tuple[str, dict[str, Any]]]:
        """Paths with their options; dvc.yaml has ``path`` and ``path: {cache: false}``."""
        return [pair for item in self.body.get(field, []) for pair in entry_pairs(item)]

    @property
    def params(self) -> list[str]:
        return list(self.body.get("params", []))

    @property
    def outputs(self) -> list[str]:
        return [path for field in ("outs", "metrics", "plots") for path in self.paths(field)]


def entry_pairs(item: Any) -> Iterable[tuple[str, dict[str, Any]]]:
    return item.items() if isinstance(item, dict) else [(item, {})]


def read_dvc_yaml(root: Path) -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load((root / "dvc.yaml").read_text(encoding="utf-8"))
    return content


def stages(root: Path) -> list[Stage]:
    """Every stage, and of one with a matrix every item, in the order of dvc.yaml."""
    return [stage for name, body in read_dvc_yaml(root)["stages"].items() for stage in items(name, body)]


def items(name: str, body: dict[str, Any]) -> Iterator[Stage]:
    """A stage for each combination of the values of its matrix; the stage itself where there is none."""
    matrix = body.get("matrix", {})
    for values in product(*matrix.values()):
        item = dict(zip(matrix, map(str, values), strict=True))
        own = {key: filled(value, item) for key, value in body.items() if key != "matrix"}
        yield Stage("@".join([name, *(["-".join(item.values())] if item else [])]), own, item)


def filled(value: Any, item: dict[str, str]) -> Any:
    """Nested YAML with an item's values in place of what stands for them, in keys too."""
    if isinstance(value, dict):
        return {filled(key, item): filled(inner, item) for key, inner in value.items()}
    if isinstance(value, list):
        return [filled(inner, item) for inner in value]
    for key, text in item.items() if isinstance(value, str) else ():
        value = value.replace(f"${{item.{key}}}", text)
    return value


def once(found: Iterable[Stage]) -> list[Stage]:
    """Stages as dvc.yaml has them: of a matrix its first item."""
    return list({stage.written: stage for stage in reversed(list(found))}.values())[::-1]


def homes(root: Path) -> dict[str, str]:
    """Output that an item of a matrix names by its own value -> the directory in which it does so.

    The module knows the directory; which items there are, dvc.yaml says.
    """
    return {
        path: Path(path).parent.as_posix()
        for stage in stages(root)
        for path in stage.outputs
        if Path(path).stem in stage.item.values()
    }


def covers(declared: set[str], path: str) -> bool:
    """Whether a path, or a directory that it lies in, is declared."""
    return any(part.as_posix() in declared for part in (Path(path), *Path(path).parents))
