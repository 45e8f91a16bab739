"""Mutants that pass every test, by the operator that made them: how far a mistake that nobody executed can be trusted.

Functions of the sources have no tests. A mutant of one counts as a mistake because its operator seldom makes a program
that behaves as before; how seldom, the executed mutants say.
"""

from typing import Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from codegraft.programs.labels import MUTANT

MOST_SURVIVORS: Final = 0.1
"""Operators of which a larger part of the executed mutants passes every test are not used without tests."""


def unsure_operators(labels: pa.Table) -> frozenset[str]:
    """Operators that make no certain mistakes: judged by the mutants of a table of labels, of all splits."""
    operators, passed = _mutants(labels)
    names = np.unique(operators).tolist()
    return frozenset(name for name in names if passed[operators == name].mean() > MOST_SURVIVORS)


def surviving_share(labels: pa.Table, unsure: frozenset[str]) -> float:
    """Part of the executed mutants of all other operators that passes every test; 0 without such mutants."""
    operators, passed = _mutants(labels)
    sure = ~np.isin(operators, sorted(unsure))
    return float(passed[sure].mean()) if sure.any() else 0.0


def _mutants(labels: pa.Table) -> tuple[np.ndarray, np.ndarray]:
    """[mutants] the operator of each, and whether it passed every test."""
    mutants = labels.filter(pc.equal(labels["origin"], MUTANT))
    passed = pc.equal(mutants["passed"], mutants["tests"])
    return mutants["operator"].to_numpy(), passed.to_numpy()
