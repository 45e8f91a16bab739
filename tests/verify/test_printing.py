"""How figures are printed, and what is said of those that cannot be."""

import pytest

from codegraft.verify import printing
from codegraft.verify.templates import MARK
from codegraft.verify.values import FIRST_MARK, Ledger, Value

FILE = "metrics/a.json"


@pytest.fixture
def ledger():
    return Ledger()


def value(ledger, content, key="a"):
    return Value(content, (FILE,), key, ledger)


def text(ledger, shown):
    return MARK.sub(lambda mark: ledger.figures[ord(mark[0]) - FIRST_MARK].text, shown)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("f0", 1234.6, "1,235"),
        ("f3", 0.63767, "0.638"),
        ("f2", 3, "3.00"),
        ("signed", 0.0604, "+0.060"),
        ("signed", -0.0004, "-0.000"),
        ("percent", 0.3109, "31 %"),
        ("word", 3, "three"),
        ("word", 0, "none"),
        ("word", 13, "13"),
        ("words", "BSD License (3)", "BSD License (3)"),
        ("spaced", "call_graph_f1", "call graph f1"),
        ("output", "Use `dvc push` | [x]", "Use `dvc push` | [x]"),
    ],
)
def test_a_value_is_printed(ledger, name, content, said):
    assert text(ledger, printing.FILTERS[name](value(ledger, content))) == said
    assert ledger.faults == []


@pytest.mark.parametrize(
    ("name", "content"),
    [("f2", "0.6"), ("f2", True), ("f2", None), ("f2", float("inf")), ("words", 3), ("spaced", None), ("percent", {}),
     ("output", "a\nb"), ("output", "``` "), ("output", 3), ("word", "three"), ("count", 3), ("each", 3)],
)  # fmt: skip
def test_a_value_of_another_kind_is_a_fault_that_names_it(ledger, name, content):
    printing.FILTERS[name](value(ledger, content, "b.c"))
    (fault,) = ledger.faults
    assert fault.startswith(f"{FILE}: b.c ")


def test_a_number_is_no_choice_of_the_template(ledger):
    assert text(ledger, printing.either(value(ledger, True), "yes", "no")) == "yes"
    assert text(ledger, printing.either(value(ledger, True), "0.9", "no")) == "?"
    assert ledger.faults == [f"{FILE}: a chooses between 0.9 and no, but a number is read, not chosen"]


def test_both_shapes_of_an_interval_are_read(ledger):
    estimate = value(ledger, {"mean": 0.5, "low": 0.4, "high": 0.6})
    assert text(ledger, printing.interval(estimate)) == "0.500 [0.400, 0.600]"
    assert text(ledger, printing.interval(estimate, sign=True)) == "+0.500 [+0.400, +0.600]"
    measured = value(ledger, {"mrr": 0.5, "intervals": {"mrr": {"low": 0.4, "high": 0.6}}})
    assert text(ledger, printing.interval(measured, "mrr", decimals=1)) == "0.5 [0.4, 0.6]"
    assert [figure.key for figure in ledger.figures[-3:]] == ["a.mrr", "a.intervals.mrr.low", "a.intervals.mrr.high"]


def test_without_an_interval_the_number_stands_alone(ledger):
    alone = value(ledger, {"mean": 0.5, "low": None, "high": None})
    assert text(ledger, printing.interval(alone)) == "0.500"
    assert ledger.faults == []


def test_an_interval_without_an_end_is_a_fault(ledger):
    printing.interval(value(ledger, {"mean": 0.5, "low": 0.4}))
    assert ledger.faults == [f"{FILE}: no key a.high"]


@pytest.mark.parametrize(
    ("mine", "other", "least", "said"),
    [
        ((0.6, 0.7), (0.4, 0.5), False, "better"),
        ((0.6, 0.7), (0.4, 0.5), True, "worse"),
        ((0.1, 0.2), (0.4, 0.5), False, "worse"),
        ((0.1, 0.2), (0.4, 0.5), True, "better"),
        ((0.3, 0.45), (0.4, 0.5), False, "not told apart"),
        ((0.3, 0.4), (0.4, 0.5), False, "not told apart"),
    ],
)
def test_better_is_said_only_where_intervals_lie_apart(ledger, mine, other, least, said):
    pair = [value(ledger, {"mean": 0.0, "low": low, "high": high}) for low, high in (mine, other)]
    assert text(ledger, printing.verdict(*pair, least=least)) == said


def test_a_plain_number_is_its_own_interval(ledger):
    measured = value(ledger, {"low": 0.4, "high": 0.6, "mean": 0.5})
    assert text(ledger, printing.verdict(measured, value(ledger, 0.3))) == "better"


def test_the_best_is_of_those_that_have_the_number(ledger):
    found = value(ledger, {"a": {"x": {"y": 1}}, "b": {"x": {"y": 3}}, "c": {"x": {}}, "d": {"x": {"y": None}}})
    assert printing.best(found, "x.y")[0].value == "b"
    assert printing.best(found, "x.y", least=True)[0].value == "a"
    assert printing.best(found, "x.y", without=["b"])[1].at("x.y").value == 1
    assert ledger.faults == []


def test_arithmetic_keeps_files_and_keys(ledger):
    one, two = value(ledger, 6, "one"), Value(3, ("metrics/b.json",), "two", ledger)
    made = 100 - (one / two + 1) * two
    assert made.value == 91.0
    assert made.key == "100 - (((one / two) + 1) * two)"
    assert made.files == (FILE, "metrics/b.json")
    assert sum([one, two]).value == 9


@pytest.mark.parametrize(("content", "why"), [(0, "is zero, and divides"), (None, "is null"), ("a", "is text")])
def test_arithmetic_with_what_is_no_divisor_is_a_fault(ledger, content, why):
    made = value(ledger, 1) / value(ledger, content, "b")
    assert made.missing
    assert [fault.startswith(f"{FILE}: b {why}") for fault in ledger.faults] == [True]


def test_a_value_cannot_become_text_that_nobody_checks(ledger):
    with pytest.raises(TypeError, match="print it by itself, or by a filter"):
        f"{value(ledger, 0.9)}"
