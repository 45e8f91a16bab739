"""A DVC repository of one stage, which turns two parameters into a model and a metric."""

import os
import subprocess
import sys
from pathlib import Path

DVC_YAML = r"""
stages:
  train:
    cmd: >-
      test "$(sed -n 's/^fail: //p' params.yaml)" = no
      && sed -n 's/^text: //p' params.yaml > model.txt
      && printf '{"loss": %s, "nested": {"ok": true}}' "$(sed -n 's/^rate: //p' params.yaml)" > score.json
    params: [rate, text, fail]
    outs: [model.txt]
    metrics: [score.json: {cache: false}]
"""
PARAMS = "rate: 0.5\ntext: small\nfail: no\n"
QUIET = "[core]\n    analytics = false\n    autostage = true\n    check_update = false\n"
BIN = Path(sys.executable).parent
ENVIRONMENT = os.environ | {"PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}", "DVC_NO_ANALYTICS": "1"}


def make(root: Path) -> Path:
    """The repository with its stage run and committed, at ``root``."""
    root.mkdir()
    git(root, "init", "--quiet", "--initial-branch=main")
    for key, value in (("user.name", "t"), ("user.email", "t@example.org"), ("commit.gpgsign", "false")):
        git(root, "config", key, value)
    dvc(root, "init", "--quiet")
    (root / ".dvc/config").write_text(QUIET)
    (root / "dvc.yaml").write_text(DVC_YAML)
    (root / "params.yaml").write_text(PARAMS)
    dvc(root, "repro", "--quiet")
    commit(root, "first")
    return root


def run(root: Path, name: str, *overrides: str, options: tuple[str, ...] = ()) -> None:
    """``dvc exp run``; the workspace is as before afterwards."""
    settings = [part for override in overrides for part in ("-S", override)]
    dvc(root, "exp", "run", "--quiet", *options, "--name", name, *settings)
    reset(root)


def reset(root: Path) -> None:
    """The workspace as HEAD has it."""
    git(root, "reset", "--quiet", "--hard")
    dvc(root, "checkout", "--quiet", "--force")


def commit(root: Path, message: str) -> None:
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--allow-empty", "--message", message)


def git(root: Path, *arguments: str) -> str:
    return _out(root, "git", *arguments)


def dvc(root: Path, *arguments: str) -> str:
    return _out(root, str(BIN / "dvc"), *arguments)


def _out(root: Path, *command: str) -> str:
    done = subprocess.run(command, cwd=root, env=ENVIRONMENT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout
