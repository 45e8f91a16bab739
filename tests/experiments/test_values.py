"""How values are chosen and written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codegraft.experiments.table import aligned, markdown
from codegraft.experiments.values import HEADLINES, chosen, flat, size_text, text, texts


def test_keys_carry_their_file_unless_it_is_the_parameters():
    assert flat("metrics/kg.json", {"calls": {"share": 1}, "by": {"a": [1]}}) == {"kg:calls.share": 1, "kg:by.a": [1]}
    assert flat("params.yaml", {"kg": {"jobs": 2}}) == {"kg.jobs": 2}


@pytest.mark.parametrize(
    ("value", "written"),
    [(None, "-"), (True, "yes"), (12345, "12,345"), (0.92776512, "0.9278"), (10647.75, "10,648"), (1e-7, "1e-07")],
)
def test_values_are_written_for_people(value, written):
    assert text(value) == written


def test_a_row_has_the_digits_that_tell_its_values_apart():
    assert texts([0.1234561, 0.1234569]) == ["0.123456", "0.123457"]
    assert texts([0.5, 0.25]) == ["0.50", "0.25"]
    assert texts([0.864, 0.86831, None]) == ["0.8640", "0.8683", "-"]


@given(st.lists(st.floats(allow_nan=False, allow_infinity=False), min_size=1, max_size=5))
def test_different_numbers_are_written_differently(row):
    assert len(set(texts(row))) >= len({format(value, ".15g") for value in row}) - ({0.0, -0.0} <= set(row))


def test_headlines_come_in_their_order_and_patterns_sorted():
    keys = [headline.key for headline in HEADLINES[:3]]
    assert chosen([*reversed(keys), "other:key"], []) == keys
    assert chosen(["b:x", "a:x", "a:y"], ["*:x"]) == ["a:x", "b:x"]


def test_bytes_have_three_digits():
    assert [size_text(count) for count in (0, 999, 145_300, 2_000_000_000)] == ["0 B", "999 B", "145 kB", "2 GB"]


def test_tables_are_as_wide_as_their_cells():
    assert aligned(["a", "number"], [["long", "1"], ["b", "20"]], right=frozenset([1])).splitlines() == [
        "a     number",
        "long       1",
        "b         20",
    ]


def test_what_would_end_a_cell_of_markdown_is_escaped():
    assert markdown(["k"], [["a|b\nc"]]) == "| k |\n| --- |\n| a\\|b c |"
