"""Problems to labels."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from codegraft.errors import ProgramError
from codegraft.parallel.workers import Workers
from codegraft.programs.kinds import BUG_KINDS
from codegraft.programs.label import SLIP_EVERY, Labelling, label_problems, program_id
from codegraft.programs.mutate import SLIPS
from tests.programs.label_problems import BY_HAND, CRASHES, FROM_ZERO, LARGEST, UNPARSED, problem

LABELLING = Labelling(tests=10, mutants=3, seed=1, isolation="namespaces", cache=None)


def by_program(table):
    return {row["program"]: row for row in table.to_pylist()}


@pytest.fixture(scope="module")
def labels():
    return by_program(label_problems([problem()], LABELLING, Workers()))


EXPECTED = {
    LARGEST: ("correct", "", "passed", "", 3, 3),
    BY_HAND: ("correct", "", "passed", "", 3, 3),
    CRASHES: ("correct", "", "exception", "IndexError", 3, 0),
    FROM_ZERO: ("incorrect", "wrong_initial_value", "wrong_answer", "", 3, 2),
    UNPARSED: ("incorrect", "", "syntax_error", "SyntaxError", 0, 0),
}


@pytest.mark.parametrize("code", EXPECTED)
def test_every_program_keeps_what_its_source_says_beside_what_was_measured(labels, code):
    row = labels[program_id("largest", code)]
    found = tuple(row[key] for key in ("origin", "kind", "verdict", "exception", "run", "passed"))
    assert found == EXPECTED[code]
    rest = {
        "code": code,
        "problem": "largest",
        "split": "train",
        "tests": 3,
        "operator": "",
        "parent": "",
        "flaky": False,
    }
    assert row.items() >= rest.items()


def test_a_program_that_repeats_is_labelled_once(labels):
    codes = [row["code"] for row in labels.values()]
    assert len(codes) == len(set(codes))
    assert sum(row["origin"] != "mutant" for row in labels.values()) == len(EXPECTED)


def test_mutants_are_made_of_correct_programs_that_passed(labels):
    mutants = [row for row in labels.values() if row["origin"] == "mutant"]
    parents = {program_id("largest", code) for code in (LARGEST, BY_HAND)}
    assert {row["parent"] for row in mutants} == parents
    assert all(row["kind"] in BUG_KINDS and row["operator"] for row in mutants)
    assert all(sum(row["parent"] == parent for row in mutants) <= 3 for parent in parents)


def test_one_in_seven_mutants_of_a_program_is_a_slip():
    table = label_problems([problem()], Labelling(10, SLIP_EVERY, 1, "namespaces", None), Workers())
    made = [row["operator"] for row in table.to_pylist() if row["parent"] == program_id("largest", BY_HAND)]
    assert len(made) == SLIP_EVERY
    assert sum(name in {each.name for each in SLIPS} for name in made) == 1


def test_no_mutants_are_made_when_none_are_wanted():
    table = label_problems([problem()], Labelling(10, 0, 1, "namespaces", None), Workers())
    assert "mutant" not in table["origin"].to_pylist()


def test_the_same_code_in_two_problems_is_two_programs():
    twin = problem("twin", "test")
    table = label_problems([problem(), twin], LABELLING, Workers())
    assert table["program"].to_pylist().count(program_id("twin", LARGEST)) == 1
    assert program_id("twin", LARGEST) != program_id("largest", LARGEST)
    assert len(set(table["program"].to_pylist())) == table.num_rows


def test_labels_do_not_depend_on_jobs_order_or_cache(tmp_path):
    problems = [problem(f"largest {number}") for number in range(4)]
    alone = label_problems(problems, LABELLING, Workers())
    cached = Labelling(10, 3, 1, "namespaces", tmp_path)
    assert label_problems(problems[::-1], cached, Workers(2)).equals(alone)
    assert label_problems(problems, cached, Workers(2)).equals(alone)


def test_another_seed_draws_other_mutants():
    tables = [label_problems([problem()], Labelling(10, 3, seed, "namespaces", None), Workers()) for seed in (1, 2)]
    assert not tables[0].equals(tables[1])


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_problem_that_cannot_be_judged_is_named(jobs):
    with pytest.raises(ProgramError, match="problem odd: checker 'exactly' is unknown"):
        label_problems([problem(), problem("odd", checker="exactly")], LABELLING, Workers(jobs))


INTERRUPTED = """
import sys
from pathlib import Path
from codegraft.parallel.workers import Workers
from codegraft.programs.label import Labelling, label_problems
from tests.programs.label_problems import problem, programs

slow = "import select\\nselect.select([], [], [], 0.1)\\nprint(1)\\n"
problems = [problem(f"slow {number}", solutions=programs(), incorrect_solutions=programs(f"{slow}# {number}"),
                    mistakes=[]) for number in range(1000)]
try:
    label_problems(problems, Labelling(10, 0, 1, "namespaces", Path(sys.argv[1])), Workers(int(sys.argv[2])))
except KeyboardInterrupt:
    sys.exit(7)
"""


@pytest.mark.parametrize("jobs", [1, 2])
def test_ctrl_c_ends_it_at_once_and_leaves_no_process(tmp_path, jobs):
    process = subprocess.Popen(
        [sys.executable, "-c", INTERRUPTED, str(tmp_path), str(jobs)],
        cwd=Path.cwd(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    until = time.monotonic() + 60
    while not list(tmp_path.glob("*.json")):
        assert time.monotonic() < until
        time.sleep(0.05)
    os.killpg(process.pid, signal.SIGINT)
    output = process.communicate(timeout=30)[0].decode()
    assert process.returncode == 7, output
    assert "Traceback" not in output
    until = time.monotonic() + 10
    while living(process.pid):
        assert time.monotonic() < until, living(process.pid)
        time.sleep(0.1)


def living(group):
    """Processes of a group that have not ended."""
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, member = status.read_text().rpartition(")")[2].split()[:3]
        except (FileNotFoundError, ProcessLookupError):
            continue
        if int(member) == group and state != "Z":
            found.append(status.parent.name)
    return found
