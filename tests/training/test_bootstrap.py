import numpy as np
import pytest

from codegraft.training.bootstrap import DRAWS, Estimate, Resampler, mean_over


def rows(problems: int, each: int, spread: float, seed: int):
    """Values that agree within a problem and differ by ``spread`` between problems."""
    draw = np.random.default_rng(seed)
    problem = np.repeat(np.arange(problems), each)
    return np.repeat(draw.normal(size=problems) * spread, each) + 0.01 * draw.normal(size=problems * each), problem


def width(estimate: Estimate) -> float:
    found = estimate.interval()
    return found["high"] - found["low"]


def mean(resampler: Resampler, values) -> Estimate:
    return resampler.estimate([mean_over(values, resampler.cluster)])


def test_programs_of_one_problem_are_not_many_observations():
    values, problem = rows(problems=40, each=50, spread=1.0, seed=0)
    clustered, naive = (mean(Resampler(groups), values) for groups in (problem, np.arange(len(values))))
    assert width(clustered) == pytest.approx(2 * 1.96 * values.std() / np.sqrt(40), rel=0.15)
    assert width(clustered) > 5 * width(naive)


@pytest.mark.slow
def test_intervals_cover_the_truth_about_as_often_as_they_say():
    covered = []
    for seed in range(300):
        values, problem = rows(problems=30, each=4, spread=1.0, seed=seed)
        found = mean(Resampler(problem, seed), values).interval()
        covered.append(found["low"] <= 0.0 <= found["high"])
    assert 0.89 <= np.mean(covered) <= 0.98


def test_seeds_are_averaged_and_widen_the_interval_where_they_differ():
    values, problem = rows(problems=30, each=4, spread=1.0, seed=0)
    resampler = Resampler(problem)
    one, two = (mean_over(values + shift, resampler.cluster) for shift in (-3.0, 3.0))
    both = resampler.estimate([one, two])
    assert both.value == pytest.approx(values.mean())
    assert width(both) > 3 * width(resampler.estimate([one]))


def test_a_difference_is_narrower_than_its_parts_which_see_the_same_draws():
    values, problem = rows(problems=30, each=4, spread=1.0, seed=0)
    resampler = Resampler(problem)
    gain = mean(resampler, values + 0.1) - mean(resampler, values)
    assert gain.value == pytest.approx(0.1)
    assert width(gain) == pytest.approx(0.0, abs=1e-9)


def test_the_same_rows_give_the_same_interval_in_any_order():
    values, problem = rows(problems=10, each=3, spread=1.0, seed=0)
    order = np.random.default_rng(1).permutation(len(values))
    found = [mean(Resampler(problem[at]), values[at]).interval() for at in (np.arange(len(values)), order)]
    assert found[0] == pytest.approx(found[1])


def test_one_problem_has_no_interval():
    found = mean(Resampler(["only"] * 5), np.arange(5.0)).interval()
    assert found == {"mean": 2.0, "low": None, "high": None}


def test_what_is_undefined_is_none():
    assert Estimate(np.nan, np.zeros(DRAWS)).interval() == {"mean": None, "low": None, "high": None}


def test_draws_that_define_nothing_are_left_out_while_they_are_few():
    draws = np.where(np.arange(100) < 10, np.nan, np.linspace(0.0, 1.0, 100))
    assert Estimate(0.5, draws).interval()["high"] == pytest.approx(0.977, abs=0.01)
    assert Estimate(0.5, np.where(np.arange(100) < 60, np.nan, 0.5)).interval()["low"] is None
