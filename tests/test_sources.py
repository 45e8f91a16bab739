import csv
import hashlib
import tempfile
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from codegraft.errors import SourceError
from codegraft.sources import COLUMNS, collect, read_sources, write_sources
from tests.code_layouts import directory, lay_out, paths, skipped

LATIN_1 = "x = 'é'\n".encode("latin-1")


def test_what_cannot_be_used_is_listed_with_its_reason(tmp_path):
    lay_out(
        tmp_path,
        {
            "a.py": "a = 1\n",
            "bom.py": b"\xef\xbb\xbfb = 1\n",
            "crlf.py": b"c = 1\r\nd = 2\r\n",
            "empty.py": "",
            "error.py": "def f(:\n    pass\n\n\ndef g():\n    return 1\n",
            "garbage.py": "{% x %}\nclass {{ y }}:\n    pass\n{% end %}\n",
            "latin.py": LATIN_1,
            "null.py": b"x = 1\0\n",
            "large.py": "x = 1\n" * 200,
            "exact.py": "#" * 1000,
            "Main.java": "class Main {}\n",
            "readme.md": "# no source",
        },
    )
    collection = collect(directories=[directory(tmp_path)], max_file_bytes=1000)
    texts = dict(zip(paths(collection), collection.table["text"].to_pylist(), strict=True))
    assert sorted(texts) == ["Main.java", "a.py", "bom.py", "crlf.py", "empty.py", "error.py", "exact.py"]
    assert texts["bom.py"] == "b = 1\n"
    assert texts["crlf.py"] == "c = 1\r\nd = 2\r\n"
    assert texts["empty.py"] == ""
    assert skipped(collection) == {
        "garbage.py": ("unparsable", "syntax errors cover 61 % of its bytes"),
        "large.py": ("too_large", "1200 bytes"),
        "latin.py": ("not_utf8", "byte 0xe9 on line 1"),
        "null.py": ("null_byte", "on line 1"),
    }


def test_the_hash_is_over_the_bytes_of_the_file_and_not_over_its_text(tmp_path):
    data = b"\xef\xbb\xbfx = 1\r\n"
    lay_out(tmp_path, {"a.py": data})
    assert collect(directories=[directory(tmp_path)]).table["sha256"].to_pylist() == [hashlib.sha256(data).hexdigest()]


def test_exact_copies_stay(tmp_path):
    lay_out(tmp_path, {"a.py": "same = 1\n", "b/a.py": "same = 1\n"})
    assert paths(collect(directories=[directory(tmp_path)])) == ["a.py", "b/a.py"]


def test_test_code_is_counted_and_left_out_unless_asked_for(tmp_path):
    files = {"a.py": "", "tests/b.py": "", "test_c.py": "", "src/test/java/D.java": "", "src/main/java/ETest.java": ""}
    lay_out(tmp_path, files)
    collection = collect(directories=[directory(tmp_path)])
    assert paths(collection) == ["a.py", "src/main/java/ETest.java"]
    assert collection.excluded_tests == {"mine": 3}
    assert collection.skipped == []
    collection = collect(directories=[directory(tmp_path)], tests_of=[directory(tmp_path).name])
    assert paths(collection) == sorted(files)
    assert collection.excluded_tests == {"mine": 0}


def test_a_directory_that_is_itself_called_tests_is_not_test_code(tmp_path):
    lay_out(tmp_path, {"tests/a.py": ""})
    assert paths(collect(directories=[directory(tmp_path / "tests")])) == ["a.py"]


def test_the_version_of_a_directory_is_its_content(tmp_path):
    lay_out(tmp_path, {"one/a.py": "a = 1\n", "two/a.py": "a = 1\n", "three/b.py": "a = 1\n", "four/a.py": "a = 2\n"})
    one, two, three, four = (
        collect(directories=[directory(tmp_path / name)]).table["version"][0].as_py()
        for name in ("one", "two", "three", "four")
    )
    assert one == two
    assert len({one, three, four}) == 3


def test_two_repositories_may_not_share_a_name(tmp_path):
    with pytest.raises(SourceError, match="demo-pkg: two repositories of this name"):
        collect(["demo-pkg"], [directory(tmp_path, "Demo_Pkg")])


def test_rows_are_sorted_by_repository_and_path(tmp_path):
    code = lay_out(tmp_path, {"b.py": "", "a/é.py": "", "B.java": "", "a-b.py": "", "a.py": ""})
    table = collect(directories=[directory(code, name) for name in ("zoo", "Code", "a")]).table
    keys = list(zip(table["repository"].to_pylist(), table["path"].to_pylist(), strict=True))
    assert keys == sorted(keys)
    assert len(keys) == 15


@given(st.lists(st.text(max_size=20), max_size=4))
def test_written_tables_read_back_equal(texts):
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        comments = {f"f{number}.py": f"# {text}" for number, text in enumerate(texts)}
        collection = collect(directories=[directory(lay_out(root / "code", comments | {"a.py": ""}))])
        write_sources(collection, root / "t.parquet", root / "s.csv")
        assert read_sources(root / "t.parquet") == collection.table


def test_equal_collections_are_written_as_equal_bytes_in_any_place(tmp_path):
    written = []
    for name in ("first", "second/deeper"):
        code = lay_out(tmp_path / name / "code", {f"m{i}.py": f"x = {i}\n" for i in range(40)} | {"l.py": LATIN_1})
        collection = collect(directories=[directory(code)])
        write_sources(collection, tmp_path / name / "t.parquet", tmp_path / name / "s.csv")
        written.append([(tmp_path / name / file).read_bytes() for file in ("t.parquet", "s.csv")])
    assert written[0] == written[1]


def test_the_parquet_file_is_zstd_in_fixed_row_groups_without_foreign_metadata(tmp_path):
    code = lay_out(tmp_path / "code", {f"m{i}.py": f"x = {i}\n" for i in range(600)})
    write_sources(collect(directories=[directory(code)]), tmp_path / "t.parquet", tmp_path / "s.csv")
    metadata = pq.read_metadata(tmp_path / "t.parquet")
    assert [metadata.row_group(i).num_rows for i in range(metadata.num_row_groups)] == [512, 88]
    assert {metadata.row_group(0).column(i).compression for i in range(len(COLUMNS))} == {"ZSTD"}
    assert metadata.metadata is None


def test_skipped_files_are_written_as_sorted_csv(tmp_path):
    code = lay_out(tmp_path / "code", {"a.py": "", "z.py": LATIN_1, 'b, "c".py': LATIN_1})
    write_sources(collect(directories=[directory(code)]), tmp_path / "t.parquet", tmp_path / "s.csv")
    with (tmp_path / "s.csv").open(newline="") as file:
        assert list(csv.reader(file)) == [
            ["repository", "path", "reason", "detail"],
            ["mine", 'b, "c".py', "not_utf8", "byte 0xe9 on line 1"],
            ["mine", "z.py", "not_utf8", "byte 0xe9 on line 1"],
        ]


def test_reading_a_missing_file_says_what_makes_it(tmp_path):
    with pytest.raises(SourceError, match=r"sources\.parquet: no such file; run `dvc repro sources`"):
        read_sources(tmp_path / "sources.parquet")


def test_reading_something_else_is_an_error(tmp_path):
    lay_out(tmp_path, {"text.parquet": "no parquet"})
    pq.write_table(pa.table({"a": [1]}), tmp_path / "other.parquet")
    with pytest.raises(SourceError, match=r"text\.parquet: not readable as Parquet"):
        read_sources(tmp_path / "text.parquet")
    with pytest.raises(SourceError, match=r"other\.parquet: expected the string columns repository, .* found \['a'\]"):
        read_sources(tmp_path / "other.parquet")
    with pytest.raises(SourceError, match="not readable as Parquet"):
        read_sources(tmp_path)


def test_reading_a_truncated_file_is_an_error(tmp_path):
    code = lay_out(tmp_path / "code", {f"m{i}.py": f"x = {i}\n" for i in range(50)})
    write_sources(collect(directories=[directory(code)]), tmp_path / "t.parquet", tmp_path / "s.csv")
    data = (tmp_path / "t.parquet").read_bytes()
    for size in (0, 4, len(data) // 2, len(data) - 1):
        (tmp_path / "cut.parquet").write_bytes(data[:size])
        with pytest.raises(SourceError, match="not readable as Parquet"):
            read_sources(tmp_path / "cut.parquet")
