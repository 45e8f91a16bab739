"""Problems with tests and programs, from wherever they come, as files for training, validation and testing."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from codegraft.errors import ProgramError
from codegraft.files import write_json
from codegraft.near_duplicates import NearDuplicateIndex
from codegraft.params import Programs
from codegraft.programs.fetch import STATE_DIRECTORY, Fetched, fetch
from codegraft.programs.problems import PROGRAMS_FILES, SPLITS, Problem, read_problems, write_problems
from codegraft.programs.rows import Dropped, Reason
from codegraft.programs.sample import SAMPLE_DIRECTORY
from codegraft.programs.splits import TRAIN, Division, Shares, Statement, divide
from codegraft.progress import track

STATS_FILE: Final = Path("data/programs/stats.json")
"""Written last: where it stands, the files beside it are whole."""

_FUNNEL: Final = {
    "has_solutions": (Reason.MISSING_FIELD, Reason.WRONG_TYPE, Reason.UNKNOWN_LANGUAGE, Reason.NO_SOLUTIONS),
    "python": (Reason.NOT_PYTHON3,),
    "has_tests": (Reason.NO_TESTS,),
    "valid": (Reason.FILE_IO, Reason.HUGE_TEST),
}
"""Count -> reasons that make it smaller than the one before it."""


def download(
    params: Programs,
    output: str | Path,
    *,
    seed: int,
    state: str | Path = STATE_DIRECTORY,
    sample: str | Path = SAMPLE_DIRECTORY,
) -> dict[str, Any]:
    """Write train.jsonl, validation.jsonl, test.jsonl and stats.json into a directory.

    No near duplicate crosses from one file into another: of problems with nearly the same statement, and of programs,
    the copy that is less held out is left out. A problem that loses its last correct program so is left out itself.
    Generated tests that ``tests`` leaves no room for, behind the public and the private ones, are not written: nothing
    would run them.

    Args:
        params: the source, its limits, and how to divide it.
        output: directory to write into.
        seed: of the division, and of the choice among programs.
        state: directory where a download that was interrupted goes on.
        sample: directory of the sample.

    Returns:
        What stands in stats.json.

    Raises:
        ProgramError: the source is missing, cannot be reached, is not what it should be, or nothing of it is usable.
    """
    output = Path(output)
    _check_directory(output)
    fetched = fetch(params, seed=seed, state=Path(state), sample=Path(sample))
    statements = [
        Statement(problem.name, problem.split, problem.description)
        for problem in track(fetched.problems, "statements", unit="problem")
    ]
    if not statements:
        reasons = ", ".join(f"{reason} {count}" for reason, count in _by_reason(fetched.dropped).items())
        raise ProgramError(f"no usable problem in {fetched.rows} rows ({reasons}); set programs.source: sample")
    shares = Shares(params.valid_share, params.test_share, seed)
    division = divide(statements, shares, threshold=params.near_duplicates)
    (output / STATS_FILE.name).unlink(missing_ok=True)
    written = _Written(params.near_duplicates, params.tests)
    for split, file in reversed([*zip(SPLITS, PROGRAMS_FILES, strict=True)]):
        written.write(split, output / file.name, _part(fetched.problems, division, split))
    stats = _stats(fetched, division, written)
    write_json(output / STATS_FILE.name, stats)
    return stats


def figures(stats: dict[str, Any]) -> dict[str, Any]:
    """The metrics of a download: its stats, with numbers in place of lists of names."""
    return stats | {"dropped": {reason: len(problems) for reason, problems in stats["dropped"].items()}}


def _check_directory(output: Path) -> None:
    """Before anything is fetched."""
    place = next(path for path in (output, *output.absolute().parents) if path.exists())
    if not place.is_dir():
        raise ProgramError(f"{place}: a file; name a directory for {', '.join(file.name for file in PROGRAMS_FILES)}")


class _Written:
    """Files as they are written, the most held-out first, and what is in them."""

    def __init__(self, threshold: float, tests: int) -> None:
        self._tests = tests
        self.unused_tests = 0
        self.dropped: list[Dropped] = []
        self.counts = {split: Counter(problems=0, correct=0, incorrect=0, tests=0) for split in SPLITS}
        self.copies: Counter[str] = Counter(dict.fromkeys(SPLITS, 0))
        self._held_out = NearDuplicateIndex(threshold=threshold)

    def write(self, split: str, file: Path, problems: Iterable[Problem]) -> None:
        """Write the problems of a split without programs that an earlier call wrote."""
        write_problems(file, self._counted(split, problems))
        if split != TRAIN:
            for problem in read_problems(file):
                for code in (*problem.correct, *problem.incorrect):
                    self._held_out.add(code)

    def _counted(self, split: str, problems: Iterable[Problem]) -> Iterator[Problem]:
        for problem in track(problems, split, unit="problem"):
            kept = problem.keeping(lambda code: not self._held_out.holds(code))
            self.copies[split] += _programs(problem) - _programs(kept)
            if not kept.correct:
                detail = "every correct program is a near duplicate of a held-out one"
                self.dropped.append(Dropped(problem.name, split, Reason.NO_PROGRAM_LEFT, detail))
                continue
            self.unused_tests += len(kept.tests())
            kept = kept.with_tests(self._tests)
            self.unused_tests -= len(kept.tests())
            self.counts[split].update(
                problems=1, correct=len(kept.correct), incorrect=len(kept.incorrect), tests=len(kept.tests())
            )
            yield kept


def _programs(problem: Problem) -> int:
    return len(problem.correct) + len(problem.incorrect)


def _part(problems: Iterable[Problem], division: Division, split: str) -> Iterator[Problem]:
    return (problem for problem, own in zip(problems, division.splits, strict=True) if own == split)


def _stats(fetched: Fetched, division: Division, written: _Written) -> dict[str, Any]:
    dropped = [*fetched.dropped, *division.dropped, *written.dropped]
    counts = _by_reason(dropped)
    left, funnel = fetched.rows, {}
    for name, reasons in _FUNNEL.items():
        left -= sum(counts.get(reason, 0) for reason in reasons)
        funnel[name] = left
    return {
        "total": fetched.rows,
        **funnel,
        **{f"{split}_size": written.counts[split]["problems"] for split in SPLITS},
        "splits": {split: dict(count) for split, count in written.counts.items()},
        "tests_left_out": {"huge": fetched.huge_tests, "unused": written.unused_tests},
        "near_duplicates": {"clusters": division.clusters, "programs_dropped": dict(written.copies)},
        "dropped": {
            reason: [
                {"name": problem.name, "split": problem.split, "detail": problem.detail}
                for problem in dropped
                if problem.reason == reason
            ]
            for reason in counts
        },
    }


def _by_reason(dropped: Iterable[Dropped]) -> dict[str, int]:
    """How many were left out for each reason that occurs, in the order of the reasons."""
    counts = Counter(problem.reason for problem in dropped)
    return {reason.value: counts[reason] for reason in Reason if counts[reason]}
