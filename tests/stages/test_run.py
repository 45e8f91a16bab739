"""What every stage leaves of its time, and how it ends."""

import json
import subprocess
import sys

import pytest

from codegraft.errors import ParamsError
from codegraft.stages import SECONDS, run
from tests.pipeline.declared import ROOT

STAGE = """
import sys, time
from codegraft.errors import ParamsError
from codegraft.stages import run

def main():
    time.sleep(0.2)
    if "fail" in sys.argv:
        raise ParamsError("no")

if __name__ == "__main__":
    run(main)
"""


@pytest.mark.parametrize(
    ("arguments", "name"), [((), "planted"), (("whole",), "planted@whole"), (("a", "b"), "planted@a-b")]
)
def test_a_stage_leaves_its_wall_time_under_dvcs_name_of_it(tmp_path, arguments, name):
    done = started(tmp_path, *arguments)
    assert done.returncode == 0, done.stderr
    (file,) = (tmp_path / SECONDS).iterdir()
    content = json.loads(file.read_text())
    assert (file.name, content["stage"]) == (f"{name}.json", name)
    assert 0.2 <= content["seconds"] < 60


def test_a_stage_that_failed_leaves_none(tmp_path):
    assert started(tmp_path, "fail").returncode == 1
    assert not (tmp_path / SECONDS).exists()


def started(folder, *arguments):
    (folder / "planted.py").write_text(STAGE)
    command = [sys.executable, "-m", "planted", *arguments]
    own = {"PYTHONPATH": f"{ROOT / 'src'}:{folder}", "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(command, cwd=folder, env=own, capture_output=True, text=True, check=False)


def test_an_error_for_people_ends_a_stage_with_its_message(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def main():
        raise ParamsError("say what")

    with pytest.raises(SystemExit, match="error: say what"):
        run(main)
