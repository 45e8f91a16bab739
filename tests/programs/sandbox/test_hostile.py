"""What hostile programs do: their verdict, and nothing else."""

from pathlib import Path

import psutil
import pytest

from codegraft.programs.sandbox import Limits, Sandbox
from tests.programs.sandbox.hostile import HOSTILE

MIB = 1 << 20
SMALL = Limits(cpu_s=1.0, wall_s=1.2, memory_bytes=96 * MIB, output_bytes=MIB // 4, disk_bytes=4 * MIB)
AT_HOME = next((path for path in sorted(Path.home().iterdir()) if path.is_file()), Path.home() / ".profile")
PROJECT = Path(__file__).parents[3] / "src"


@pytest.fixture(scope="module")
def sandbox():
    with Sandbox(SMALL) as opened:
        yield opened


def processes():
    """Living descendants of this process; the server and the one that waits for it are always there."""
    return {child.pid for child in psutil.Process().children(recursive=True)}


@pytest.fixture
def outside(tmp_path):
    """Files that a program would find if it could look, open to everybody."""
    files = {"CANARY": tmp_path / "canary", "ANSWERS": tmp_path / "answers.txt"}
    for name, file in files.items():
        file.write_text(name)
        file.chmod(0o666)
    tmp_path.chmod(0o777)
    yield files
    assert {name: file.read_text() for name, file in files.items()} == {name: name for name in files}
    assert set(tmp_path.iterdir()) == set(files.values())


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_program_gets_its_verdict_and_nothing_else(sandbox, outside, name):
    sandbox.run("print(1)", [b""])
    before = processes()
    code, ended, exception = HOSTILE[name]
    known = {**outside, "AT_HOME": AT_HOME, "PROJECT": PROJECT}
    for word, path in known.items():
        code = code.replace(word, repr(str(path)))
    outcome = sandbox.run(code.replace("SERVER", str(max(before))), [b"input"])[-1]
    assert (outcome.ended, outcome.exception) == (ended, exception), outcome
    assert outcome.cpu_s < 3
    assert processes() == before
    good = sandbox.run("import os\nprint(int(input()) + 1, os.listdir())", [b"1", b"2"])
    assert [(run.ended, run.output) for run in good] == [("finished", b"2 []\n"), ("finished", b"3 []\n")]
