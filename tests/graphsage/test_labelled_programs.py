import json

import pytest

from codegraft.errors import ProgramError
from codegraft.graphsage.labelled_programs import LONGEST_LINE, read_labelled


def written(path, *rows):
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def program(code="print(1)", task="t", passed=True, **more):
    return {"task": task, "code": code, "passed": passed, **more}


def test_programs_are_read_in_order_with_their_language(tmp_path):
    rows = [program("a"), program("b", task=7, passed=0, language="Java", extra=[1]), program("c", language="python3")]
    found = read_labelled(written(tmp_path / "x", *rows))
    assert found.tasks == ["t", "7", "t"]
    assert found.texts == ["a", "b", "c"]
    assert found.languages == ["python", "java", "python"]
    assert found.passed == [True, False, True]
    assert found.pairs == []


def test_pairs_become_two_programs_each(tmp_path):
    rows = [{"task": "t", "faulty": "a", "correct": "b"}, {"task": "u", "faulty": "c", "correct": "d"}]
    found = read_labelled(written(tmp_path / "x", *rows, rows[0]))
    assert [found.texts[better] for better, _ in found.pairs] == ["b", "d"]
    assert [found.texts[worse] for _, worse in found.pairs] == ["a", "c"]
    assert found.passed == [True, False, True, False]
    assert found.repeats == 1


def test_repeats_count_once_and_contradictions_not_at_all(tmp_path):
    rows = [program("a"), program("a"), program("a", task="u", passed=False), program("b"), program("b", passed=False)]
    found = read_labelled(written(tmp_path / "x", *rows))
    assert list(zip(found.tasks, found.texts, strict=True)) == [("t", "a"), ("u", "a")]
    assert (found.repeats, found.contradictions) == (1, 1)


def test_blank_lines_are_none(tmp_path):
    (tmp_path / "x").write_text("\n" + json.dumps(program()) + "\r\n\n")
    assert read_labelled(tmp_path / "x").texts == ["print(1)"]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (b"{", "line 2: not JSON"),
        (b"[1]", "line 2: expected an object"),
        (b'{"task": "t", "passed": true}', "line 2: code"),
        (b'{"task": "t", "code": "a"}', "line 2: passed"),
        (b'{"task": "t", "code": "a", "passed": "yes"}', "line 2: passed"),
        (b'{"task": "t", "code": "a", "passed": 2}', "line 2: passed"),
        (b'{"task": null, "code": "a", "passed": true}', "line 2: task"),
        (b'{"task": "t", "code": 3, "passed": true}', "line 2: code"),
        (b'{"task": "t", "code": "a", "passed": true, "language": "cobol"}', "line 2: language: 'cobol': expected one"),
        (b'{"task": "t", "faulty": "a", "correct": "b"}', "line 2: code"),
        (b'{"task": "t", "code": "\xff", "passed": true}', "line 2: not UTF-8 at byte"),
        (b"\x7fELF\x02\x01\x00\x80", "line 2: not UTF-8"),
        (b"[" * 100_000, "line 2: not JSON"),
    ],
)
def test_a_bad_line_is_named(tmp_path, line, says):
    (tmp_path / "x").write_bytes(json.dumps(program()).encode() + b"\n" + line + b"\n")
    with pytest.raises(ProgramError) as error:
        read_labelled(tmp_path / "x")
    assert says in str(error.value)


def test_many_bad_lines_are_counted(tmp_path):
    (tmp_path / "x").write_text("no\n" * 100)
    with pytest.raises(ProgramError, match=r"line 10: .*; and 90 more lines"):
        read_labelled(tmp_path / "x")


@pytest.mark.parametrize("content", [b"", b"\n \n"])
def test_an_empty_file_is_said(tmp_path, content):
    (tmp_path / "x").write_bytes(content)
    with pytest.raises(ProgramError, match="no programs in it; expected a line of JSON each"):
        read_labelled(tmp_path / "x")


def test_a_missing_file_and_a_directory_are_said(tmp_path):
    for path in (tmp_path / "none", tmp_path):
        with pytest.raises(ProgramError, match=r"expected a file of JSON lines"):
            read_labelled(path)


def test_ten_megabytes_are_a_program(tmp_path):
    assert len(read_labelled(written(tmp_path / "x", program("x = 1\n" * 1_700_000))).texts[0]) > 10_000_000


@pytest.mark.slow
def test_a_line_without_end_is_refused_before_it_fills_the_memory(tmp_path):
    (tmp_path / "x").write_bytes(b" " * (2 * LONGEST_LINE) + b"{")
    with pytest.raises(ProgramError, match="line 1: longer than"):
        read_labelled(tmp_path / "x")
