"""Where and of which code a run is: asked of git, the interpreter and DVC, never written down beforehand."""

import json
import os
import platform
import subprocess
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

from codegraft.errors import VerificationError

PACKAGES: Final = (
    "accelerate", "dvclive", "numpy", "onnxruntime", "pyarrow", "safetensors", "scikit-learn", "scipy", "tokenizers",
    "torch", "torch_geometric", "tree-sitter", "tree-sitter-java", "tree-sitter-python",
)  # fmt: skip
"""Distributions whose version results depend on most; requirements.txt has all."""


def environment() -> dict[str, Any]:
    """The interpreter, the kind of machine and the versions of :data:`PACKAGES`; no host name."""
    return {
        "python": platform.python_version(),
        "system": platform.system(),
        "machine": platform.machine(),
        "processors": os.cpu_count() or 1,
        "packages": {name: version(name) for name in PACKAGES},
    }


def code_of(root: Path) -> dict[str, Any]:
    """The commit under ``root`` and whether anything that git tracks differs from it; ``None`` without git."""
    commit = _git(root, "rev-parse", "--verify", "HEAD")
    status = _git(root, "status", "--porcelain", "--untracked-files=no")
    return {"commit": commit, "changed": None if commit is None or status is None else bool(status)}


def run_name(root: Path, params_hash: str) -> str:
    """The experiment's name where DVC runs one, else branch and commit, else the parameters' hash."""
    experiment = os.environ.get("DVC_EXP_NAME")
    if experiment:
        return experiment
    branch, commit = _git(root, "rev-parse", "--abbrev-ref", "HEAD"), _git(root, "rev-parse", "--short", "HEAD")
    return f"{branch}-{commit}" if branch and commit else f"params-{params_hash[:8]}"


def read_seconds(directory: Path) -> dict[str, float]:
    """Wall seconds of the last run of each stage that left a file there; empty where none did.

    Raises:
        VerificationError: a file is not what a stage leaves.
    """
    found = {}
    for file in sorted(directory.glob("*.json")):
        try:
            content = json.loads(file.read_text(encoding="utf-8"))
            found[str(content["stage"])] = float(content["seconds"])
        except (ValueError, KeyError, TypeError) as error:
            raise VerificationError(f"{file}: not what a stage leaves ({error}); remove it") from None
    return found


def _git(root: Path, *arguments: str) -> str | None:
    """What git prints; ``None`` if it is missing or refuses, as outside of a repository."""
    try:
        done = subprocess.run(["git", *arguments], cwd=root, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        return None
    return done.stdout.strip() if done.returncode == 0 else None
