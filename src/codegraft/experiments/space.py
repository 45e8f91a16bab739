"""The part of DVC's cache that only some runs use.

``dvc gc`` keeps what it is told to and deletes the rest: with ``--all-experiments`` alone also what branches need, with
``--all-branches`` still what their older commits need, and it never knows of another repository that shares the cache.
Here it is the other way round: what goes was made by the runs that go, and is named nowhere else.
"""

import json
import re
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from dvc.repo import Repo
from dvc.repo.experiments.refs import CELERY_FAILED_STASH, CELERY_STASH, WORKSPACE_STASH

from codegraft.experiments.repository import git

# A hash in dvc.lock or in a .dvc file. That hashes of dependencies match as well errs on the side of keeping.
HASH = re.compile(r"\bmd5: ([0-9a-f]{32}(?:\.dir)?)\b")
RECORDS = (":(top,glob)**/dvc.lock", ":(top,glob)**/*.dvc")
STASHES = ("refs/stash", WORKSPACE_STASH, CELERY_STASH, CELERY_FAILED_STASH)


def used_alone(repo: Repo, going: Sequence[str], kept: Sequence[str]) -> dict[str, int]:
    """Objects of the cache that only the commits ``going`` name -> their bytes.

    Args:
        repo: the repository; only its own cache is looked at.
        going: commits of runs that go.
        kept: commits of runs that stay, and those that they started from. Branches, tags, HEAD and stashes, all with
            their history, and the workspace are kept in any case.

    Raises:
        ExperimentError: git lacks a commit or file that it should have.
    """
    root = repo.root_dir
    history = ["--full-history", "--exclude=refs/exps/*", "--all", "HEAD", *stashed(root, going)]
    named = hashes_at(root, *history) | hashes_at(root, "--no-walk", "HEAD", *kept) | hashes_in_workspace(root)
    alone = with_contents(repo, hashes_at(root, "--no-walk", *going)) - with_contents(repo, named) if going else set()
    paths = {name: object_path(repo, name) for name in sorted(alone)}
    return {name: path.stat().st_size for name, path in paths.items() if path.is_file()}


def own_cache(repo: Repo) -> bool:
    """Whether the cache lies in the repository, so that no other one can need what is in it."""
    return Path(repo.cache.local.path).resolve().is_relative_to(Path(repo.dvc_dir).resolve())


def collect(repo: Repo, objects: Iterable[str]) -> None:
    """Delete objects from the cache: listings of directories first, so that no listing ever lacks its files."""
    for name in sorted(objects, key=lambda name: (not name.endswith(".dir"), name)):
        repo.cache.local.delete(name)


def stashed(root: str, going: Collection[str]) -> list[str]:
    """Commits that queued and failed tasks, and git's own stash, wait in; only a stash's log names them all."""
    known = git(root, "for-each-ref", "--format=%(refname)", *STASHES).split()
    entries = {entry for ref in known for entry in git(root, "reflog", "show", "--format=%H", ref).split()}
    return sorted(entries - set(going))


def hashes_at(root: str, *revisions: str) -> set[str]:
    """Every hash that the records of some revisions name; arguments as ``git rev-list`` takes them."""
    lines = git(root, "rev-list", "--objects", *revisions, "--", *RECORDS).splitlines()
    objects = [line.partition(" ") for line in lines]
    blobs = sorted({blob for blob, _, path in objects if path.endswith((".dvc", "dvc.lock"))})
    return {name for blob in blobs for name in HASH.findall(git(root, "cat-file", "-p", blob))}


def hashes_in_workspace(root: str) -> set[str]:
    """Every hash that the records in the workspace name, in git or not."""
    paths = git(root, "ls-files", "-z", "--cached", "--others", "--", *RECORDS).split("\0")
    texts = [
        (Path(root) / path).read_text(encoding="utf-8") for path in paths if path and (Path(root) / path).is_file()
    ]
    return {name for text in texts for name in HASH.findall(text)}


def with_contents(repo: Repo, names: set[str]) -> set[str]:
    """Hashes, and of directories the hashes of their files.

    A directory whose listing is not in the cache cannot be restored from it, and a remote that has the listing has its
    files (DVC sends them first), so it holds nothing here.
    """
    listings = [path for name in names if name.endswith(".dir") and (path := object_path(repo, name)).is_file()]
    entries = [entry for path in listings for entry in json.loads(path.read_text(encoding="utf-8"))]
    return names | {entry["md5"] for entry in entries}


def object_path(repo: Repo, name: str) -> Path:
    """Where the cache keeps an object."""
    return Path(repo.cache.local.oid_to_path(name))
