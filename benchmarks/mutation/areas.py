"""What is mutated, and the tests that are to notice: the areas of issue 8."""

from dataclasses import dataclass
from typing import Final

SEED: Final = 8
"""Of the order in which the mutants of an area are tried."""
SAMPLE: Final = 60
"""Mutants of an area that are tried: all of them, thousands, would take hours."""


@dataclass(frozen=True)
class Part:
    """Source files, and the test files or directories that belong to them."""

    sources: tuple[str, ...]
    tests: tuple[str, ...]
    preloaded: tuple[str, ...] = ()
    """Modules that tests import on their own, slowly: once for all mutants here."""
    warm: str = ""
    """A test that is run before any mutant, for what it leaves behind: fixtures of the session, and caches."""


@dataclass(frozen=True)
class Area:
    """One subject: its parts, and how many of its mutants are tried, drawn from those of all its files."""

    parts: tuple[Part, ...]
    sample: int = SAMPLE


def under(directory: str, names: str) -> tuple[str, ...]:
    """The Python files of these names in a directory."""
    return tuple(f"{directory}/{name}.py" for name in names.split())


AREAS: Final = {
    "tensors": Area(
        (
            Part(
                under("src/codegraft/snapshot", "tensors columns select"),
                under("tests/snapshot", "test_tensors test_columns test_select"),
            ),
        )
    ),
    "symbols": Area(
        (
            Part(
                (
                    *under("src/codegraft/symbols", "analyse flow model"),
                    "src/codegraft/symbols/python",
                ),
                (
                    *("tests/symbols/python", "tests/symbols/test_flow.py", "tests/callgraph/test_cases.py"),
                    *under("tests/snapshot/extract", "test_python_names test_names_in_a_file test_resolution"),
                ),
            ),
        ),
    ),
    "sandbox verdicts": Area(
        (
            Part(
                under("src/codegraft/programs/judge", "judge compare checker verdict task"),
                under("tests/programs/judge", "test_judge test_repeats test_compare test_checker test_task"),
            ),
        )
    ),
    "masking": Area(
        (
            Part(
                under("src/codegraft/graphmer/batches", "masking word_spans draws"),
                under("tests/graphmer/batches", "test_masking test_word_spans test_draws"),
            ),
        )
    ),
    "chain encoding": Area(
        (
            Part(
                under("src/codegraft/graphmer/chains", "chains windows leaves"),
                under("tests/graphmer/chains", "test_chains test_windows test_leaves"),
                warm="test_held_out_triples_take_no_place_from_learned_ones_and_count_for_nothing",
            ),
        )
    ),
    "ranking metrics": Area(
        (
            Part(
                ("src/codegraft/graphmer/evaluation/ranking.py",),
                ("tests/graphmer/evaluation/test_ranking.py",),
                ("pykeen.evaluation",),
            ),
            Part(("src/codegraft/graphsage/evaluate/ranking.py",), ("tests/graphsage/evaluate/test_ranking.py",)),
        )
    ),
    "gates": Area(
        (
            Part(
                ("src/codegraft/graphmer/evaluation/thresholds.py",),
                ("tests/graphmer/evaluation/test_thresholds.py",),
            ),
            Part(
                ("src/codegraft/verify/gates.py",),
                under("tests/verify", "test_gates test_gate_rules"),
                warm="test_many_places_are_counted_and_three_of_them_named",
            ),
            Part(("src/codegraft/graphsage/evaluate/gates.py",), ("tests/graphsage/evaluate/test_gates.py",)),
        )
    ),
    "resume": Area(
        (
            Part(("src/codegraft/training/checkpoint.py",), ("tests/training/test_checkpoint.py",)),
            Part(
                under("src/codegraft/graphmer/training", "checkpoint state"),
                under("tests/graphmer/training", "test_checkpoint test_state"),
            ),
            Part(("src/codegraft/graphsage/state.py",), ("tests/graphsage/test_state.py",)),
        )
    ),
}
