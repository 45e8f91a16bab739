"""Which runs go. The rules must all agree: deleting what any single one allows is how results get lost."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codegraft.experiments.keep import Rules, judge
from codegraft.experiments.runs import Run

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


def aged(name, days, state="done", baseline="b"):
    return Run(name, f"revision of {name}", baseline, state, NOW - timedelta(days=days), f"refs/exps/{name}")


def going(runs, held=None, **rules):
    settings = {"keep": (), "keep_last": 0, "older_than": None, "now": NOW} | rules
    return {verdict.run.name for verdict in judge(runs, held or {}, Rules(**settings)) if verdict.goes}


NEW, MIDDLE, OLD = aged("new", 1), aged("middle", 20), aged("old", 40)
RUNS = [NEW, MIDDLE, OLD]


def test_without_rules_everything_that_nothing_holds_goes():
    assert going(RUNS) == {"new", "middle", "old"}


def test_rules_agree_before_a_run_goes():
    assert going(RUNS, keep_last=1, older_than=30) == {"old"}
    assert going(RUNS, keep_last=3, older_than=30) == set()
    assert going(RUNS, keep_last=2, older_than=0.5) == {"old"}


def test_names_are_kept_by_pattern():
    assert going(RUNS, keep=("o*", "n?w")) == {"middle"}


@pytest.mark.parametrize("state", ["queued", "running"])
def test_what_waits_or_runs_stays(state):
    assert going([aged("task", 400, state), OLD], older_than=1) == {"old"}


def test_what_failed_goes_and_counts_among_the_newest():
    assert going([aged("failed", 1, "failed"), OLD]) == {"failed", "old"}
    assert going([aged("failed", 1, "failed"), OLD], keep_last=1) == {"old"}


def test_what_is_damaged_stays_and_says_how_to_forget_it():
    damaged = Run("bad", "r", "b", "damaged", None, "refs/exps/bad", problem="its commit is gone")
    (verdict,) = judge([damaged], {}, Rules((), 0, 1.0, NOW))
    assert not verdict.goes
    assert "`git update-ref -d refs/exps/bad` forgets it" in verdict.reason


def test_what_is_referenced_stays():
    assert going(RUNS, {MIDDLE.revision: "branch x holds it"}) == {"new", "old"}


def test_what_a_kept_run_started_from_stays_along_the_whole_line():
    first = aged("first", 90)
    second = aged("second", 80, baseline=first.revision)
    third = aged("third", 70, baseline=second.revision)
    assert going([third, second, first], keep=("third",)) == set()
    assert going([third, second, first]) == {"first", "second", "third"}


def test_ages_compare_across_zones():
    """A run made at noon in Kathmandu, with a clock in New York."""
    made = datetime(2026, 2, 28, 17, 45, tzinfo=timezone(timedelta(hours=5, minutes=45)))
    run = Run("run", "r", "b", "done", made, "ref")
    here = NOW.astimezone(timezone(timedelta(hours=-5)))
    assert going([run], older_than=1.0, now=here - timedelta(seconds=1)) == set()
    assert going([run], older_than=1.0, now=here) == {"run"}


RUN = st.builds(
    aged,
    st.sampled_from(["a1", "a2", "b1", "b2"]),
    st.floats(0, 100),
    st.sampled_from(["done", "failed", "queued", "running"]),
)


@given(st.lists(RUN, max_size=8), st.integers(0, 4), st.none() | st.floats(0, 100), st.sampled_from([(), ("a*",)]))
def test_a_run_goes_exactly_if_each_rule_alone_lets_it(runs, keep_last, older_than, keep):
    runs = sorted(runs, key=lambda run: run.created, reverse=True)
    verdicts = judge(runs, {}, Rules(keep, keep_last, older_than, NOW))
    alone = [Rules(keep, 0, None, NOW), Rules((), keep_last, None, NOW), Rules((), 0, older_than, NOW)]
    each = [judge(runs, {}, rules) for rules in alone]
    for place, verdict in enumerate(verdicts):
        assert verdict.goes == all(one[place].goes for one in each)
