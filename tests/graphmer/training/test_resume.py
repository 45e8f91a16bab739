"""A training that is killed goes on as if nothing had been."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]


@pytest.mark.slow
def test_after_sigkill_every_file_is_what_it_would_have_been(tmp_path):
    command = [sys.executable, "-m", "tests.graphmer.training.killed_training", str(tmp_path)]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    courses = [json.loads(line) for line in said.splitlines()]
    whole = courses[0]["outcome"]
    assert set(whole) == {"best.pt", "last.pt", "step_2.pt", "step_4.pt", "step_6.pt", "step_8.pt"}
    for course in courses[1:]:
        assert course["outcome"] == whole, course["course"]
        assert course["killed"] >= 1 or course["course"] == "at random"
