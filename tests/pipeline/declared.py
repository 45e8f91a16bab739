"""The stages as dvc.yaml declares them."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
STAGES = "codegraft.stages"


@dataclass(frozen=True)
class Stage:
    """One stage: its name and what stands under it."""

    name: str
    body: dict[str, Any]

    @property
    def module(self) -> str:
        return f"{STAGES}.{self.name}"

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
    return [Stage(name, body) for name, body in read_dvc_yaml(root)["stages"].items()]


def covers(declared: set[str], path: str) -> bool:
    """Whether a path, or a directory that it lies in, is declared."""
    return any(part.as_posix() in declared for part in (Path(path), *Path(path).parents))
