import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codegraft.errors import VerificationError
from codegraft.verify.records import NotMadeError, Records, definite, numbers, strange_cells, strange_figures

LEAVES = st.none() | st.booleans() | st.floats() | st.integers(-9, 9) | st.text(max_size=3)
JSON = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=2), inner, max_size=3),
    max_leaves=8,
)


def leaves(content):
    """Every leaf, in the plainest way."""
    inner = content.values() if isinstance(content, dict) else content if isinstance(content, list) else None
    return [content] if inner is None else [leaf for part in inner for leaf in leaves(part)]


@given(JSON)
def test_every_number_is_found_and_nothing_else(content):
    expected = [leaf for leaf in leaves(content) if type(leaf) in (int, float)]
    assert list(map(repr, expected)) == [repr(value) for _, value in numbers(content)]


@given(JSON)
def test_every_strange_figure_is_counted_and_can_be_left_out(content):
    expected = [leaf for leaf in leaves(content) if type(leaf) is float and not math.isfinite(leaf)]
    assert len(list(strange_figures(content, "m.json"))) == len(expected)
    assert list(strange_figures(definite(content), "m.json")) == []


def test_a_strange_figure_is_named_by_its_place():
    content = {"a": [{"b": 1.0}, {"b": math.inf}], "c": None, "d": "nan", "e": True}
    assert list(strange_figures(content, "m.json")) == ["m.json: a.1.b"]


def series_of(tmp_path, text, name="plots/x.csv"):
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_text(text)
    return Records(tmp_path).series(name)


def test_columns_but_the_first_are_series_and_their_strange_cells_are_counted_from_one(tmp_path):
    a, b = series_of(tmp_path, "step,a,b\nnan,1,2\n2,nan,x\n3,,-inf\n4,5\n")
    assert (a.name, b.name, a.file) == ("a", "b", "plots/x.csv")
    assert list(strange_cells(a)) == ["plots/x.csv: a, row 2", "plots/x.csv: a, row 3"]
    assert list(strange_cells(b)) == [f"plots/x.csv: b, row {row}" for row in (2, 3, 4)]
    assert list(a.values[[0, 3]]) == [1.0, 5.0]


def test_a_file_with_tabs_is_read_by_tabs(tmp_path):
    (loss,) = series_of(tmp_path, "step\tloss, total\n1\t0.5\n", "plots/deep/x.tsv")
    assert (loss.name, list(loss.values)) == ("loss, total", [0.5])


def test_files_of_a_directory_come_in_the_order_of_their_paths_and_pictures_are_none(tmp_path):
    for name in ("b.tsv", "a/z.tsv"):
        series_of(tmp_path, "step\tx\n1\t1\n", f"plots/d/{name}")
    (tmp_path / "plots/d/c.png").write_bytes(b"no text \xff")
    assert [one.file for one in Records(tmp_path).series("plots/d")] == ["plots/d/a/z.tsv", "plots/d/b.tsv"]


@pytest.mark.parametrize("text", ["", "step,a\n", "step\n1\n"])
def test_a_file_without_rows_or_columns_has_no_cells(tmp_path, text):
    assert [cell for one in series_of(tmp_path, text) for cell in strange_cells(one)] == []


def test_what_is_missing_comes_with_its_command(tmp_path):
    with pytest.raises(NotMadeError, match=r"^metrics/kg\.json is not there; run `dvc repro build_kg`$"):
        Records(tmp_path).metric("metrics/kg.json")
    (tmp_path / "plots/linker").mkdir(parents=True)
    with pytest.raises(NotMadeError, match=r"^plots/linker is not there; run `dvc repro train_linker`$"):
        Records(tmp_path).series("plots/linker")


@pytest.mark.parametrize("content", [b"{", b"\xff", b""])
def test_metrics_that_are_no_json_are_named(tmp_path, content):
    (tmp_path / "metrics").mkdir()
    (tmp_path / "metrics/kg.json").write_bytes(content)
    with pytest.raises(VerificationError, match=r"metrics/kg\.json: not JSON .* `dvc repro build_kg`"):
        Records(tmp_path).metric("metrics/kg.json")
