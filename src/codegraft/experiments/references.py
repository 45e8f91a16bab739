"""What holds a run besides its own reference: branches, tags, HEAD, the workspace."""

from collections.abc import Iterable
from pathlib import Path

from dvc.dvcfile import LOCK_FILE
from dvc.repo import Repo

from codegraft.experiments.repository import git
from codegraft.experiments.runs import Run

NAMESPACES = {"refs/heads/": "branch", "refs/tags/": "tag", "refs/remotes/": "remote branch"}


def references(repo: Repo, runs: Iterable[Run]) -> dict[str, str]:
    """Revision -> what holds it, of the finished runs that something holds."""
    found = {run.revision: holder(repo, run.revision) for run in runs if run.state == "done"}
    return {revision: held for revision, held in found.items() if held}


def holder(repo: Repo, revision: str) -> str:
    """What holds a commit, in words; empty if nothing does."""
    lead = ("for-each-ref", "--contains", revision, "--format=%(refname)")
    for ref in git(repo.root_dir, *lead, *NAMESPACES).split():
        space = next(space for space in NAMESPACES if ref.startswith(space))
        return f"{NAMESPACES[space]} {ref.removeprefix(space)} holds it"
    if git(repo.root_dir, "rev-list", "--max-count=1", revision, "^HEAD") == "":
        return "HEAD holds it"
    return "the workspace has its results" if in_workspace(repo, revision) else ""


def in_workspace(repo: Repo, revision: str) -> bool:
    """Whether the workspace's lock file is the run's, and not simply that of HEAD."""
    path = Path(repo.root_dir) / LOCK_FILE
    if not path.is_file():
        return False
    here = git(repo.root_dir, "hash-object", str(path)).strip()
    return here == lock_at(repo, revision) != lock_at(repo, "HEAD")


def lock_at(repo: Repo, revision: str) -> str:
    """The blob of a revision's lock file; empty if it has none."""
    return git(repo.root_dir, "ls-tree", "--format=%(objectname)", revision, LOCK_FILE).strip()
