import json
import os
import signal
import subprocess
import sys
import time

import pytest

from codegraft.errors import ProgramError
from codegraft.programs import codecontests
from codegraft.programs.download import download, figures
from codegraft.programs.problems import SPLITS, read_problems
from codegraft.programs.sample import SAMPLE_DIRECTORY
from tests.programs.contests import ROOT, cases, params, programs, row, words, write

FILES = ["stats.json", "test.jsonl", "train.jsonl", "validation.jsonl"]


def contents(directory):
    return {file.name: file.read_bytes() for file in sorted(directory.iterdir())}


def names(output):
    return {split: [problem.name for problem in read_problems(output / f"{split}.jsonl")] for split in SPLITS}


@pytest.fixture
def run(tmp_path):
    """A download of the rows in tmp_path/source: its stats, and what stands in tmp_path/out."""

    def go(output="out", state="state", **changes):
        return download(
            params(tmp_path / "source", **changes), tmp_path / output, seed=0, state=tmp_path / state, sample="none"
        )

    return go


@pytest.fixture
def source(tmp_path):
    """Writes the rows of a split as one file of the source."""
    return lambda name, rows, **how: write(tmp_path / "source" / f"{name}.parquet", rows, **how)


@pytest.fixture
def splits(source):
    """A source with all three splits and nothing wrong."""
    source("train-0", [row(number) for number in range(4)])
    source("train-1", [row(number) for number in range(4, 7)])
    source("valid", [row(7), row(8)])
    source("test", [row(9)])


def test_the_splits_of_the_source_are_kept(tmp_path, run, splits):
    stats = run()
    expected = {"train": range(7), "validation": (7, 8), "test": (9,)}
    assert names(tmp_path / "out") == {part: [row(n)["name"] for n in found] for part, found in expected.items()}
    assert [*contents(tmp_path / "out")] == FILES
    assert json.loads((tmp_path / "out/stats.json").read_text()) == stats


def test_counts_are_those_of_what_is_written(run, splits):
    assert run() == {
        "total": 10,
        "has_solutions": 10,
        "python": 10,
        "has_tests": 10,
        "valid": 10,
        "train_size": 7,
        "validation_size": 2,
        "test_size": 1,
        "splits": {
            "train": {"problems": 7, "correct": 7, "incorrect": 7, "tests": 28},
            "validation": {"problems": 2, "correct": 2, "incorrect": 2, "tests": 8},
            "test": {"problems": 1, "correct": 1, "incorrect": 1, "tests": 4},
        },
        "tests_left_out": {"huge": 0, "unused": 0},
        "near_duplicates": {"clusters": 0, "programs_dropped": {"train": 0, "validation": 0, "test": 0}},
        "dropped": {},
    }


def test_a_source_without_splits_is_divided(tmp_path, run, source):
    source("train", [row(number) for number in range(20)])
    stats = run()
    assert [stats[f"{split}_size"] for split in SPLITS] == [11, 3, 6]
    found = names(tmp_path / "out")
    kept = [name for part in found.values() for name in part]
    assert sorted(kept) == sorted(row(number)["name"] for number in range(20))


def test_bad_rows_are_counted_and_named_and_do_not_stop_the_run(tmp_path, run, source, splits):
    none = {"language": [], "solution": []}
    source("train-2", [row(20, description=None), row(21, solutions=none), row(22), row(23, input_file="x")])
    source("train-3", [row(24, solutions=programs("x", language=3)), row(25)], without=["solutions"])
    source("train-4", [row(26, solutions=programs("x", language=7)), row(27, solutions=programs("x", language=2))])
    huge = {"input": ["1 " * 600_000], "output": [""]}
    only_huge = dict.fromkeys(("public_tests", "private_tests", "generated_tests"), huge)
    source("test-1", [row(28, **only_huge), row(9, description=words("again")), row(29)])
    stats = run()
    assert figures(stats)["dropped"] == {
        "missing_field": 3,
        "no_solutions": 1,
        "unknown_language": 1,
        "not_python3": 1,
        "file_io": 1,
        "huge_test": 1,
        "repeated_name": 1,
    }
    assert stats["dropped"]["missing_field"][1] == {"name": "24_A. Problem 24", "split": "train", "detail": "solutions"}
    assert [stats[key] for key in ("total", "has_solutions", "python", "has_tests", "valid")] == [21, 16, 15, 15, 13]
    assert sum(stats[f"{split}_size"] for split in SPLITS) == 12
    assert row(22)["name"] in names(tmp_path / "out")["train"]


def test_a_near_duplicate_of_a_held_out_problem_is_left_out_of_training(tmp_path, run, source, splits):
    statement = row(9)["description"]
    source("train-2", [row(20, description=statement.replace(statement.split()[40], "changed", 1)), row(21)])
    stats = run()
    assert stats["near_duplicates"]["clusters"] == 1
    assert stats["dropped"] == {
        "near_duplicate": [{"name": row(20)["name"], "split": "train", "detail": f"of {row(9)['name']} in test"}]
    }
    assert names(tmp_path / "out")["train"][-1] == row(21)["name"]


def test_a_near_duplicate_of_a_held_out_program_is_left_out_alone(tmp_path, run, source, splits):
    copy = row(9)["incorrect_solutions"]["solution"][0].replace("print", "write")
    own = row(20)["solutions"]["solution"][0]
    source("train-2", [row(20, solutions=programs(own, copy)), row(21, solutions=programs(copy))])
    source("valid-2", [row(22, incorrect_solutions=programs(copy))])
    stats = run()
    assert stats["near_duplicates"]["programs_dropped"] == {"train": 2, "validation": 1, "test": 0}
    assert [problem["name"] for problem in stats["dropped"]["no_program_left"]] == [row(21)["name"]]
    kept = {problem.name: problem for split in SPLITS for problem in read_problems(tmp_path / f"out/{split}.jsonl")}
    assert kept[row(20)["name"]].correct == [own]
    assert kept[row(22)["name"]].incorrect == []
    assert len(kept) == 12


def test_short_programs_are_copies_where_all_their_tokens_are_equal(run, source, splits):
    source("train-2", [row(20, solutions=programs("n=int(input())\nprint(n*2)", "n=int(input())\nprint(n*3)"))])
    source("test-2", [row(21, solutions=programs("n = int(input())\n\nprint(n * 2)\n"))])
    assert run()["near_duplicates"]["programs_dropped"] == {"train": 1, "validation": 0, "test": 0}


def test_a_test_that_is_too_large_is_left_out_alone(tmp_path, run, source, splits):
    huge = {"input": ["1 " * 600_000, "7\n"], "output": ["", "7!"]}
    source("test-1", [row(28, private_tests=huge)])
    stats = run()
    assert stats["tests_left_out"] == {"huge": 1, "unused": 0}
    assert run()["tests_left_out"] == stats["tests_left_out"]
    kept = {problem.name: problem for problem in read_problems(tmp_path / "out/test.jsonl")}
    assert kept[row(28)["name"]].private_tests.input == ["7\n"]


def test_generated_tests_that_nothing_would_run_are_not_written(tmp_path, run, source, splits):
    many = cases("2\n", *(f"{number}\n" for number in range(10, 50)))
    source("test-1", [row(28, generated_tests=many)])
    stats = run(tests=5)
    assert stats["tests_left_out"] == {"huge": 0, "unused": 38}
    kept = {problem.name: problem for problem in read_problems(tmp_path / "out/test.jsonl")}
    assert kept[row(28)["name"]].generated_tests.input == ["10\n", "11\n"]
    few = run(tests=1)
    assert few["splits"]["test"]["tests"] == 6, "public and private tests stay"


@pytest.mark.parametrize("below", ["", "deeper/still"])
def test_an_output_that_is_a_file_is_refused_before_anything_is_fetched(tmp_path, run, splits, opened, below):
    (tmp_path / "out").write_text("mine")
    with pytest.raises(ProgramError, match=r"out: a file; name a directory for train\.jsonl"):
        run(output=f"out/{below}")
    assert opened == []


def test_limits_hold_for_each_split_and_problem(tmp_path, run, source):
    def many(number):
        return row(number, solutions=programs(*(f"print({number}, {place})" for place in range(30))))

    for name, first in (("train-0", 0), ("train-1", 10), ("valid", 20), ("test", 30)):
        source(name, [many(first + number) for number in range(3)])
    stats = run(limit=2, solutions=5)
    assert [stats[f"{split}_size"] for split in SPLITS] == [2, 2, 2]
    assert stats["total"] == 6
    assert {len(problem.correct) for problem in read_problems(tmp_path / "out/train.jsonl")} == {5}
    assert run(limit=4)["train_size"] == 4


def test_bad_rows_do_not_use_the_limit_up(run, source):
    source("train", [row(0, solutions=None), row(1), row(2, input_file="x"), row(3), row(4)])
    source("valid", [row(5)])
    source("test", [row(6)])
    stats = run(limit=2)
    assert (stats["train_size"], stats["total"]) == (2, 6)


def test_nothing_usable_is_an_error_that_says_why(tmp_path, run, source):
    source("train", [row(0, solutions=None), row(1, input_file="x")])
    with pytest.raises(ProgramError, match=r"no usable problem in 2 rows \(missing_field 1, file_io 1\); .*sample"):
        run()
    assert not (tmp_path / "out").exists()


@pytest.fixture
def opened(monkeypatch):
    """Names of the files that are read from now on."""
    names, reader = [], codecontests._file_reader
    monkeypatch.setattr(codecontests, "_file_reader", lambda file: lambda: names.append(file.stem) or reader(file)())
    return names


def test_a_second_run_reads_nothing_and_writes_the_same(tmp_path, run, splits, opened):
    run()
    assert opened == ["test", "train-0", "train-1", "valid"]
    run("again")
    assert len(opened) == 4
    assert contents(tmp_path / "again") == contents(tmp_path / "out")
    run(solutions=1)
    assert len(opened) == 8


def test_a_source_that_changed_is_read_again(run, source, splits):
    run()
    source("train-0", [row(30)])
    assert run()["train_size"] == 4


def test_damaged_state_counts_as_absent(tmp_path, run, splits):
    run()
    first, *others = sorted((tmp_path / "state").rglob("*.json"))
    first.write_text("{")
    others[0].with_suffix(".jsonl").unlink()
    run("again")
    assert contents(tmp_path / "again") == contents(tmp_path / "out")


def test_an_interrupted_fetch_leaves_the_old_files_and_goes_on(tmp_path, run, source, splits, opened):
    run()
    before = contents(tmp_path / "out")
    source("train-0", [row(number) for number in range(30, 33)])
    file = tmp_path / "source/train-1.parquet"
    whole = file.read_bytes()
    when = file.stat().st_mtime_ns
    file.write_bytes(b"?" * len(whole))
    os.utime(file, ns=(when, when))
    opened.clear()
    with pytest.raises(ProgramError, match=r"train-1\.parquet: cannot be read"):
        run()
    assert contents(tmp_path / "out") == before
    file.write_bytes(whole)
    os.utime(file, ns=(when, when))
    assert run()["train_size"] == 6
    assert opened == ["test", "train-0", "train-1", "train-1", "valid"]


KILLED = """
import os, sys
from pathlib import Path
from codegraft.programs import codecontests
from codegraft.programs.download import download
from tests.programs.contests import params

source, output, state, shards, rows = Path(sys.argv[1]), *sys.argv[2:4], *map(int, sys.argv[4:])
reader, opened = codecontests._file_reader, []

def deadly(file):
    def read():
        opened.append(file)
        for number, row in enumerate(reader(file)()):
            if len(opened) > shards and number == rows:
                os.kill(os.getpid(), 9)
            yield row
    return read

codecontests._file_reader = deadly
download(params(source), output, seed=0, state=state)
print(len(opened))
"""


def test_a_run_that_is_killed_goes_on_and_writes_the_same_bytes(tmp_path, run, splits):
    run()

    def attempt(shards, rows):
        places = [tmp_path / name for name in ("source", "other", "killed")]
        command = [sys.executable, "-c", KILLED, *map(str, places), str(shards), str(rows)]
        return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert attempt(1, 1).returncode == -signal.SIGKILL  # in the middle of the second file
    assert not (tmp_path / "other").exists()
    done = attempt(9, 9)
    assert (done.returncode, done.stdout) == (0, "3\n"), done.stderr
    assert contents(tmp_path / "other") == contents(tmp_path / "out")


@pytest.mark.slow
def test_a_run_that_is_killed_at_any_time_goes_on(tmp_path, run, source):
    for number in range(6):
        source(f"train-{number}", [row(10 * number + place) for place in range(10)])
    run()
    command = [sys.executable, "-c", KILLED, *(str(tmp_path / name) for name in ("source", "other", "k")), "9", "9"]
    started = time.monotonic()
    subprocess.run([*command[:4], str(tmp_path / "timed"), str(tmp_path / "t"), "9", "9"], cwd=ROOT, check=True)
    whole = time.monotonic() - started
    for part in range(1, 7):
        process = subprocess.Popen(command, cwd=ROOT)
        time.sleep(whole * part / 7)
        process.kill()
        process.wait()
        if (tmp_path / "other/stats.json").exists():
            assert contents(tmp_path / "other") == contents(tmp_path / "out")
    subprocess.run(command, cwd=ROOT, check=True)
    assert contents(tmp_path / "other") == contents(tmp_path / "out")


def test_outputs_do_not_depend_on_the_hash_seed_or_the_place(tmp_path, run, source):
    source("train", [row(number) for number in range(20)])
    run()
    (tmp_path / "source").rename(tmp_path / "moved")
    command = [sys.executable, "-c", KILLED, *(str(tmp_path / name) for name in ("moved", "other", "k")), "9", "9"]
    subprocess.run(command, cwd=ROOT, env=os.environ | {"PYTHONHASHSEED": "7"}, check=True)
    assert contents(tmp_path / "other") == contents(tmp_path / "out")


def test_the_sample_is_divided_without_leaving_anything_out(tmp_path):
    stats = download(params(), tmp_path / "out", seed=0, state=tmp_path / "state", sample=ROOT / SAMPLE_DIRECTORY)
    assert stats["dropped"] == {}
    assert sum(stats["near_duplicates"]["programs_dropped"].values()) == 0
    assert min(stats[f"{split}_size"] for split in SPLITS) > 5
    assert not (tmp_path / "state").exists()
    assert all(any(problem.kinds) for split in SPLITS for problem in read_problems(tmp_path / f"out/{split}.jsonl"))
