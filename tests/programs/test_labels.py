"""The table of labels, and its file."""

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from codegraft.errors import ProgramError
from codegraft.programs.label_figures import summarise
from codegraft.programs.labels import LABELS_SCHEMA, Label, labels_table, read_labels, write_labels


def label(program, **changes):
    fields = {"problem": "p", "split": "train", "origin": "correct", "kind": "", "operator": "", "parent": "",
              "code": f"# {program}", "tests": 4, "run": 4, "passed": 4, "verdict": "passed", "exception": "",
              "flaky": False}  # fmt: skip
    return Label(program=program, **fields | changes)


LABELS = [
    label("a"),
    label("b", verdict="exception", exception="KeyError", passed=1),
    label("c", origin="incorrect", kind="off_by_one", verdict="wrong_answer", passed=3, problem="q", split="test"),
    label("d", origin="incorrect", flaky=True),
    label("e", origin="mutant", kind="wrong_constant", operator="wrong_number", parent="a"),
    label("f", origin="mutant", kind="wrong_constant", operator="wrong_letter", parent="a", verdict="timeout", run=2,
          passed=1),
    label("g", origin="mutant", kind="too_slow", operator="wrong_letter", parent="a", verdict="exception",
          exception="KeyError", passed=0),
]  # fmt: skip


def test_rows_are_sorted_and_typed():
    table = labels_table(reversed(LABELS))
    assert table.schema == LABELS_SCHEMA
    assert table["program"].to_pylist() == ["c", "a", "b", "d", "e", "f", "g"]


def test_what_was_written_is_read_and_equal_rows_give_equal_bytes(tmp_path):
    write_labels(tmp_path / "a.parquet", labels_table(LABELS))
    halves = pa.concat_tables([labels_table(LABELS)[:3], labels_table(LABELS)[3:]])
    write_labels(tmp_path / "b.parquet", halves)
    assert read_labels(tmp_path / "a.parquet").equals(labels_table(LABELS))
    assert (tmp_path / "a.parquet").read_bytes() == (tmp_path / "b.parquet").read_bytes()


def test_no_labels_are_a_table_too(tmp_path):
    write_labels(tmp_path / "a.parquet", labels_table([]))
    assert read_labels(tmp_path / "a.parquet").num_rows == 0
    assert summarise(labels_table([]))["mutants"]["killed_share"] == 0.0


def test_a_file_that_is_no_table_of_labels_is_refused(tmp_path):
    file = tmp_path / "a.parquet"
    with pytest.raises(ProgramError, match=r"a\.parquet: no such file; run `dvc repro label`"):
        read_labels(file)
    file.write_bytes(b"PAR1")
    with pytest.raises(ProgramError, match="not a readable Parquet file"):
        read_labels(file)
    pq.write_table(labels_table(LABELS).drop_columns("flaky"), file)
    with pytest.raises(ProgramError, match="expected the columns program, problem"):
        read_labels(file)


def test_figures_of_labels():
    figures = summarise(labels_table(LABELS))
    assert figures == {
        "problems": 2,
        "programs": 7,
        "verdicts": {"passed": 3, "exception": 2, "wrong_answer": 1, "timeout": 1},
        "exceptions": {"KeyError": 2},
        "by_origin": {
            "correct": {"passed": 1, "exception": 1},
            "incorrect": {"passed": 1, "wrong_answer": 1},
            "mutant": {"passed": 1, "timeout": 1, "exception": 1},
        },
        "by_split": {"train": {"correct": 2, "incorrect": 1, "mutant": 3}, "test": {"incorrect": 1}},
        "mutants": {
            "made": 3,
            "killed": 2,
            "killed_share": 2 / 3,
            "by_kind": {
                "too_slow": {"made": 1, "killed": 1, "killed_share": 1.0},
                "wrong_constant": {"made": 2, "killed": 1, "killed_share": 0.5},
            },
            "by_operator": {
                "wrong_letter": {"made": 2, "killed": 2, "killed_share": 1.0},
                "wrong_number": {"made": 1, "killed": 0, "killed_share": 0.0},
            },
        },
        "disagreements": {
            "correct_failed": {"count": 1, "programs": ["p b exception"]},
            "incorrect_passed": {"count": 1, "programs": ["p d passed"]},
        },
        "flaky": 1,
        "tests_run": 26,
    }


def test_disagreements_are_all_counted_and_the_first_named():
    figures = summarise(labels_table([label(f"{n:02}", origin="incorrect") for n in range(30)]))
    found = figures["disagreements"]["incorrect_passed"]
    assert (found["count"], len(found["programs"])) == (30, 20)
