"""A DVC repository of one stage, which turns two parameters into a model and a metric.

:func:`make` and :func:`save` write what ``dvc repro`` and ``dvc exp run`` would, in milliseconds; :func:`run` runs DVC.
"""

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import yaml

DVC_YAML = r"""
stages:
  train:
    cmd: >-
      test "$(sed -n 's/^fail: //p' params.yaml)" = never
      && sed -n 's/^text: //p' params.yaml > model.txt
      && printf '{"loss": %s}' "$(sed -n 's/^rate: //p' params.yaml)" > score.json
    params: [rate, text, fail]
    outs: [model.txt]
    metrics: [score.json: {cache: false}]
"""
COMMAND = yaml.safe_load(DVC_YAML)["stages"]["train"]["cmd"]
CONFIG = "[core]\n    analytics = false\n    autostage = true\n    check_update = false\n"
BIN = Path(sys.executable).parent
ENVIRONMENT = os.environ | {"PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}", "DVC_NO_ANALYTICS": "1"}
WHEN = 1_700_000_000
"""Second in which the first commit was made; a run is made an hour after what was made before it."""


def make(root: Path) -> Path:
    """The repository with its stage run and committed, at ``root``."""
    root.mkdir()
    git(root, "init", "--quiet", "--initial-branch=main")
    for key, value in (("user.name", "t"), ("user.email", "t@example.org"), ("commit.gpgsign", "false")):
        git(root, "config", key, value)
    (root / ".dvc").mkdir()
    (root / ".dvc/config").write_text(CONFIG)
    (root / ".dvc/.gitignore").write_text("/config.local\n/tmp\n/cache\n")
    (root / ".gitignore").write_text("/model.txt\n")
    (root / "dvc.yaml").write_text(DVC_YAML)
    write(root, 0.5, "small")
    commit(root, "first", WHEN)
    return root


def write(root: Path, rate: float, text: str) -> None:
    """Parameters, outputs, cache and lock file, as the stage and DVC would leave them."""
    (root / "params.yaml").write_text(f"rate: {rate}\ntext: {text}\nfail: never\n")
    (root / "model.txt").write_text(f"{text}\n")
    (root / "score.json").write_text(f'{{"loss": {rate}}}')
    model, score = (cached(root, name) for name in ("model.txt", "score.json"))
    bytes_of_score = (root / "score.json").stat().st_size
    (root / "dvc.lock").write_text(
        f"schema: '2.0'\nstages:\n  train:\n    cmd: {json.dumps(COMMAND)}\n    params:\n      params.yaml:\n"
        f"        fail: never\n        rate: {rate}\n        text: {text}\n    outs:\n"
        f"    - {{path: model.txt, hash: md5, md5: {model}, size: {len(text) + 1}}}\n"
        f"    - path: score.json\n      hash: md5\n      md5: {score}\n      size: {bytes_of_score}\n"
    )


def cached(root: Path, name: str) -> str:
    """Put a file into the cache; its hash."""
    content = (root / name).read_bytes()
    digest = hashlib.md5(content, usedforsecurity=False).hexdigest()
    where = cache_path(root, digest)
    where.parent.mkdir(parents=True, exist_ok=True)
    where.write_bytes(content)
    return digest


def cache_path(root: Path, digest: str) -> Path:
    return root / ".dvc/cache/files/md5" / digest[:2] / digest[2:]


def in_cache(root: Path, text: str) -> bool:
    """Whether the cache has the model of a text."""
    return cache_path(root, hashlib.md5(f"{text}\n".encode(), usedforsecurity=False).hexdigest()).is_file()


def save(root: Path, name: str, rate: float = 0.5, text: str = "small", hours: int = 1) -> str:
    """A finished run, ``hours`` after the first commit; its commit. The workspace is as before afterwards."""
    baseline = git(root, "rev-parse", "HEAD").strip()
    write(root, rate, text)
    commit(root, name, WHEN + 3600 * hours)
    revision = git(root, "rev-parse", "HEAD").strip()
    git(root, "update-ref", ref(baseline, name), revision)
    git(root, "reset", "--quiet", "--hard", baseline)
    (root / "model.txt").write_text("small\n")
    return revision


def ref(baseline: str, name: str) -> str:
    return f"refs/exps/{baseline[:2]}/{baseline[2:]}/{name}"


def run(root: Path, name: str, *overrides: str, options: tuple[str, ...] = ()) -> None:
    """``dvc exp run``; the workspace is as before afterwards."""
    settings = [part for override in overrides for part in ("-S", override)]
    dvc(root, "exp", "run", "--quiet", *options, "--name", name, *settings)
    git(root, "reset", "--quiet", "--hard")
    dvc(root, "checkout", "--quiet", "--force")


def commit(root: Path, message: str, when: int = WHEN) -> None:
    dates = {"GIT_AUTHOR_DATE": f"{when} +0000", "GIT_COMMITTER_DATE": f"{when} +0000"}
    git(root, "add", "--all")
    _out(root, ENVIRONMENT | dates, "git", "commit", "--quiet", "--allow-empty", "--message", message)


def git(root: Path, *arguments: str) -> str:
    return _out(root, ENVIRONMENT, "git", *arguments)


def dvc(root: Path, *arguments: str) -> str:
    return _out(root, ENVIRONMENT, str(BIN / "dvc"), *arguments)


def _out(root: Path, environment: dict[str, str], *command: str) -> str:
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout
