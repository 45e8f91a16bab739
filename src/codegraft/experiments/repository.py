"""The DVC repository and its git, with what they refuse as one line."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dvc.exceptions import DvcException, NotDvcRepoError
from dvc.lock import LockError
from dvc.repo import Repo
from dvc.scm import NoSCM
from dvc.scm import SCMError as GitError
from scmrepo.exceptions import SCMError

from codegraft.errors import ExperimentError


@contextmanager
def open_repository(directory: Path) -> Iterator[Repo]:
    """The DVC repository that ``directory`` lies in.

    Raises:
        ExperimentError: there is none, it has no git, another DVC process holds it, or its records cannot be read.
    """
    try:
        with _opened(directory) as repo:
            yield repo
    except LockError as error:
        raise ExperimentError(
            f"{directory}: another DVC process holds this repository; wait for its end (`dvc queue status`)"
        ) from error
    except (DvcException, SCMError) as error:
        raise ExperimentError(f"{directory}: {first_line(error)}") from error


def _opened(directory: Path) -> Repo:
    try:
        repo = Repo(Repo.find_root(str(directory)))
        without_git = isinstance(repo.scm, NoSCM)
    except NotDvcRepoError as error:
        raise ExperimentError(f"{directory}: not in a DVC repository; `dvc init` makes one") from error
    except GitError:
        without_git = True
    if without_git:
        raise ExperimentError(f"{directory}: runs are kept in git; `git init` and commit first")
    return repo


def git(root: Path | str, *arguments: str) -> str:
    """What git prints.

    Raises:
        ExperimentError: git fails; the first line of what it says.
    """
    done = subprocess.run(["git", *arguments], cwd=root, capture_output=True, check=False)
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip() or f"git {arguments[0]} failed"
        raise ExperimentError(f"{root}: {said.splitlines()[0]}")
    return done.stdout.decode(errors="replace")


def first_line(error: Exception) -> str:
    """The message of an error without what follows its first line; its class where it says nothing."""
    return (str(error).strip() or type(error).__name__).splitlines()[0]
