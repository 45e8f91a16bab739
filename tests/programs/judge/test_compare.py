"""Outputs compared by each rule."""

import math
import re
import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codegraft.errors import ProgramError
from codegraft.programs.judge.compare import comparison

ACCEPTED = {
    "": [
        (b"1 2\n3\n", b"1 2 3"),
        (b"yes", b" yes\r\n\n"),
        (b"", b"\n \n"),
        (b"0.5", b"0.50"),
        (b"2", b"2.0"),
        (b"-0", b"0.0"),
        (b"0.3333334", b"0.333333333"),
        (b"1000000.9", b"1000000.0"),
        (b"5e-1", b".5"),
        (b"1.", b"1.0"),
        (b"\xff\xfe 1", b"\xff\xfe  1"),
        (b"nan", b"nan"),
    ],
    "tokens": [(b"1\t2", b"1 2\n"), (b"\x00", b"\x00"), (b"0.50", b"0.50")],
    "floats:1e-6": [
        (b"1", b"1.0"),
        (b"1.0", b"1"),
        (b"1000001", b"1000000"),
        (b"Case 1: 0.1234567", b"Case 1: 0.1234560"),
        (b"NaN", b"nan"),
        (b"-nan", b"nan"),
        (b"Infinity", b"inf"),
        (b"+inf", b"INF"),
        (b"-infinity", b"-inf"),
        (b"1" + b"0" * 400, b"1" + b"0" * 400),
    ],
    "floats:0.5": [(b"1", b"1.5"), (b"10", b"15"), (b"0.5", b"0"), (b"3", b"2"), (b"-1", b"-2")],
    "floats:2": [(b"1", b"-1"), (b"-8", b"-4"), (b"0", b"2")],
    "lines_any_order": [(b"b\na\n", b"a\nb"), (b"1  2\r\n\r\n3", b"3\n1 2\n"), (b"a\na\nb", b"a\nb\na")],
}

REFUSED = {
    "": [
        (b"10000001", b"10000000"),
        (b"1.0", b"1"),
        (b"100000", b"1e5"),
        (b"YES", b"yes"),
        (b"1", b"1 1"),
        (b"12", b"1 2"),
        (b"0.5000011", b"0.5000000"),
        (b"x", b"0.5"),
        (b"1_0.0", b"10.0"),
        (b"nan", b"0.5"),
        (b"inf", b"0.5"),
        (b"0x1.0", b"1.0"),
        (b"1.2.3", b"1.2.4"),
        (b"\xff", b"\xef\xbf\xbd"),
        ("\N{FULLWIDTH DIGIT ONE}.5".encode(), b"1.5"),
        (b"", b"0"),
    ],
    "tokens": [(b"0.5", b"0.50"), (b"a", b"A"), (b"\xc2\xa0", b"")],
    "floats:1e-6": [
        (b"1.00001", b"1"),
        (b"yes", b"Yes"),
        (b"inf", b"-inf"),
        (b"nan", b"inf"),
        (b"1", b"nan"),
        (b"1" + b"0" * 400, b"2" + b"0" * 400),
        (b"1e999", b"inf"),
        (b"1 2", b"1"),
    ],
    "floats:0.5": [
        (b"0", b"0.51"),
        (b"10", b"20.1"),
        (b"3", b"1.9"),
        (b"1e400", b"1"),
        (b"1", b"1e400"),
        (b"nan", b"1"),
    ],
    "floats:2": [(b"1.5", b"-1"), (b"x", b"y")],
    "lines_any_order": [(b"a\na\nb", b"a\nb\nb"), (b"a b", b"b a"), (b"a b", b"a\nb"), (b"a", b"a\na")],
}


def pairs(table):
    return [pytest.param(rule, *pair, id=f"{rule} {pair}"[:60]) for rule, cases in table.items() for pair in cases]


@pytest.mark.parametrize(("rule", "output", "expected"), pairs(ACCEPTED))
def test_what_a_judge_accepts(rule, output, expected):
    assert comparison(rule)(output, expected)


@pytest.mark.parametrize(("rule", "output", "expected"), pairs(REFUSED))
def test_what_a_judge_refuses(rule, output, expected):
    assert not comparison(rule)(output, expected)


@pytest.mark.parametrize("rule", ["exact", "floats", "Tokens", "1floats:"])
def test_a_rule_that_is_none_is_refused_by_name_with_those_there_are(rule):
    expected = "expected tokens, floats:<tolerance>, lines_any_order, nothing, or the source text of a program"
    with pytest.raises(ProgramError, match=f"^checker '{rule}' is unknown; {expected}$"):
        comparison(rule)


@pytest.mark.parametrize("rule", ["floats:", "floats:0", "floats:-1", "floats:nan", "floats:1e999", "floats:floats:1"])
def test_a_tolerance_that_is_none_is_refused(rule):
    expected = "expected a number above zero after 'floats:', as in floats:1e-6"
    with pytest.raises(ProgramError, match=f"^checker '{re.escape(rule)}': {expected}$"):
        comparison(rule)


RULES = st.sampled_from(["", "tokens", "floats:1e-6", "lines_any_order"])


@given(RULES, st.binary(max_size=60))
def test_every_output_is_as_expected_if_it_is_what_is_expected(rule, text):
    assert comparison(rule)(text, text)


@given(st.decimals(-(10**9), 10**9, places=7), st.decimals(-3, 3, places=7))
def test_decimals_are_told_apart_as_exact_arithmetic_does(goal, tenths):
    value = goal + tenths * Decimal("1e-6") * max(1, abs(goal))
    distance = abs(value - goal) / max(1, abs(goal))
    if not math.isclose(distance, 1e-6, rel_tol=1e-3):  # where floats themselves round
        output, expected = f"{value:f}".encode(), f"{goal:f}".encode()
        for rule in ("", "floats:1e-6"):
            assert comparison(rule)(output, expected) == (distance < Decimal("1e-6"))


@given(st.lists(st.sampled_from([b"a", b"b c", b"", b"  c", b"b  c "]), max_size=6), st.randoms())
def test_any_order_of_lines_is_accepted(lines, chance):
    shuffled = chance.sample(lines, len(lines))
    assert comparison("lines_any_order")(b"\n".join(shuffled), b"\r\n".join(lines))


@pytest.mark.parametrize("rule", ["", "tokens", "floats:1e-6", "lines_any_order"])
@pytest.mark.parametrize("unit", [b"1", b"1 ", b"1.5\n", b"1.5 ", b"e1", b".", b"\n"])
def test_huge_outputs_take_no_more_than_their_share_of_time(rule, unit):
    size = 1 << 20
    output, expected = unit * (size // len(unit)) + b"x", unit * (size // len(unit)) + b"y"
    start = time.process_time()
    assert not comparison(rule)(output, expected)
    assert time.process_time() - start < 5.0
