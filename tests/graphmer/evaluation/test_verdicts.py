"""The linker is better than another system if the rule of better models says so, and not by a few seeds."""

import numpy as np

from codegraft.graphmer.evaluation.link_figures import Asked
from codegraft.graphmer.evaluation.ranking import Ranked
from codegraft.graphmer.evaluation.verdicts import verdicts

QUESTIONS, REPOSITORIES = 600, 12


def asked(repositories=REPOSITORIES):
    numbers = np.arange(QUESTIONS)
    every = np.ones(QUESTIONS, bool)
    return {"here": Asked(("calls",), np.zeros(QUESTIONS, int), numbers % repositories, numbers % 3 > 0, every)}


def ranked(seed, worst):
    rank = np.random.default_rng(seed).integers(1, worst, (2, QUESTIONS)).astype(float)
    return {"here": Ranked(rank, np.full((2, QUESTIONS), 1000))}


def test_what_ranks_higher_is_better_and_what_ranks_alike_is_not():
    systems = {
        "linker": [ranked(seed, 6) for seed in range(3)],
        "worse": [ranked(9, 40)],
        "alike": [ranked(seed, 6) for seed in range(3, 6)],
        "above": [ranked(seed, 3) for seed in range(6, 9)],
    }
    found = verdicts(asked(), systems, "linker")["here"]
    assert {name: verdict["better"] for name, verdict in found.items()} == {
        "worse": True,
        "alike": False,
        "above": False,
    }
    assert found["worse"]["gain"]["low"] > 0
    assert found["above"]["gain"]["high"] < 0


def test_one_repository_decides_nothing():
    systems = {"linker": [ranked(seed, 6) for seed in range(3)], "worse": [ranked(9, 40)]}
    [verdict] = verdicts(asked(1), systems, "linker")["here"].values()
    assert not verdict["better"]
    assert "one cluster" in verdict["undecided"]


def test_two_seeds_decide_nothing():
    systems = {"linker": [ranked(seed, 6) for seed in range(2)], "worse": [ranked(9, 40)]}
    assert verdicts(asked(), systems, "linker") == {}
