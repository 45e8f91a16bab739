"""Scores with ties, labels and problems, drawn by hypothesis."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from hypothesis import strategies as st


class Judged(NamedTuple):
    """[n] each."""

    scores: npt.NDArray[np.float64]
    right: npt.NDArray[np.bool_]
    problem: npt.NDArray[np.int64]


@st.composite
def judged(draw, most: int = 14, problems: int = 4) -> Judged:
    """Few different scores, so that many are equal; some problems are empty or have one class."""
    n = draw(st.integers(1, most))
    scores = draw(st.lists(st.sampled_from([-1.5, 0.0, 0.25, 0.5, 2.0]), min_size=n, max_size=n))
    right = draw(st.lists(st.booleans(), min_size=n, max_size=n))
    problem = draw(st.lists(st.integers(0, problems - 1), min_size=n, max_size=n))
    return Judged(np.array(scores), np.array(right), np.array(problem))


def once(problem: npt.NDArray[np.int64]) -> npt.NDArray[np.float64]:
    """Every problem drawn once."""
    return np.ones((1, int(problem.max()) + 1))
