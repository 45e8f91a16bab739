"""The model of docs/scaling.md: its formulas against counting, and against the runs that are in benchmarks/results."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks import scaling_tables as tables
from benchmarks.scaling_model import (
    DEVICES,
    Line,
    device_hours,
    fit,
    foretold,
    measured,
    nodes_to_hide,
    replicated_traffic,
    sharded_traffic,
    stage_line,
    state_bytes,
    step_seconds,
    training_operations,
)

PROCESSES = st.integers(1, 64)


def ring(parts, processes):
    """What all processes receive of so many parts, passed on from each to the next ``processes - 1`` times."""
    return sum(parts / processes for _ in range(processes - 1) for _ in range(processes))


@given(PROCESSES)
def test_traffic_is_that_of_rings_counted_message_by_message(processes):
    weights, buffers = 1_000.0, 70.0
    both_ways = ring(weights, processes) + ring(weights, processes)
    assert replicated_traffic(weights, buffers, processes) == pytest.approx(both_ways + (processes - 1) * buffers)
    assert sharded_traffic(weights, 0, processes, scatter=1) == pytest.approx(both_ways + ring(weights, processes))
    assert sharded_traffic(0, weights, processes) == pytest.approx(both_ways + ring(weights, processes))


@given(PROCESSES)
def test_shards_add_up_to_what_each_process_holds_otherwise(processes):
    shard, whole = (state_bytes(10.0, processes, sharded=sharded) for sharded in (True, False))
    assert shard * processes == pytest.approx(whole)
    assert whole == 160.0


@given(st.floats(0.1, 10), st.floats(0.1, 10), st.floats(0, 1))
def test_a_step_takes_as_long_as_its_longer_part_at_least_and_as_both_at_most(compute, wire, overlap):
    seconds = step_seconds(compute, 8.0, 8.0 / wire, overlap)
    assert max(compute, wire) - 1e-9 <= seconds <= compute + wire + 1e-9


def test_the_exchange_takes_as_long_as_computing_where_it_is_said_to_be_hidden():
    rate, wire, parameters, processes = 3e14, 1e10, 9e7, 4_096
    nodes = nodes_to_hide(rate, wire)
    received = replicated_traffic(4 * parameters, 0, processes) / processes
    assert training_operations(parameters, nodes) / rate == pytest.approx(received / wire, rel=1e-3)


def test_an_hour_of_a_device_is_3600_seconds_at_the_share_of_its_rate():
    assert device_hours(DEVICES[0].rate * 3600, DEVICES[0], utilisation=0.5) == pytest.approx(2.0)


def test_a_line_is_found_again_and_says_where_it_reaches_a_value():
    x = [1.0, 4.0, 9.0]
    line = fit(x, [2 + 3 * value for value in x])
    assert line == pytest.approx(Line(2, 3))
    assert line.at(line.reaches(50)) == pytest.approx(50)


def test_the_largest_run_is_foretold_from_the_others():
    runs = [{"bytes": size, "stages": {"it": {"seconds": cost}}} for size, cost in ((3, 30), (1, 10), (2, 20), (4, 80))]
    assert stage_line(runs[:3], "it", "seconds") == pytest.approx(Line(0, 10), abs=1e-9)
    assert foretold(runs, "it", "seconds") == pytest.approx(-0.5)
    assert foretold(runs[:2], "it", "seconds") is None


def test_a_square_is_told_from_the_line_under_it():
    points = [(x, 5 * x + 0.25 * x**2) for x in (1.0, 2.0, 4.0)]
    assert tables.quadratic(points) == pytest.approx(0.25)


def test_measured_traffic_is_within_a_hundredth_of_the_formula():
    for case in measured().training:
        if (processes := case["processes"] * case["hosts"]) > 1:
            total = case["received_bytes_of_a_host"] * case["hosts"]
            assert total == pytest.approx(tables.traffic_of(case), rel=0.01), (processes, case)


def test_several_processes_were_measured_to_learn_what_one_does():
    cases = measured().training
    shared = [case for case in cases if case["processes"] * case["hosts"] > 1]
    assert len(shared) >= 5
    assert np.max([tables.loss_difference(cases, case) for case in shared]) < 0.02
