import json
import os
import signal
import stat
import subprocess
import sys
import time

import numpy as np
import pytest

from codegraft.files import atomic_directory, atomic_write, read_file, rounded, write_json


def test_a_file_appears_when_the_block_ends(tmp_path):
    target = tmp_path / "deep" / "out.txt"
    with atomic_write(target) as partial:
        partial.write_text("whole")
        assert partial.parent == target.parent
        assert not target.exists()
    assert target.read_text() == "whole"
    assert list(target.parent.iterdir()) == [target]


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, SystemExit])
def test_an_interrupted_write_leaves_what_was_there(tmp_path, error):
    target = tmp_path / "out.txt"
    target.write_text("old")

    def write():
        with atomic_write(target) as partial:
            partial.write_text("half")
            raise error

    with pytest.raises(error):
        write()
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_an_interrupted_directory_leaves_what_was_there(tmp_path):
    target = tmp_path / "out"
    (target / "sub").mkdir(parents=True)
    (target / "sub" / "old").touch()

    def write():
        with atomic_directory(target) as partial:
            (partial / "new").touch()
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write()
    assert [path.name for path in target.rglob("*")] == ["sub", "old"]
    assert list(tmp_path.iterdir()) == [target]


def test_a_directory_is_replaced_as_a_whole(tmp_path):
    target = tmp_path / "out"
    target.mkdir()
    (target / "old").touch()
    with atomic_directory(target) as partial:
        (partial / "sub").mkdir()
        (partial / "sub" / "new").write_text("new")
        assert [path.name for path in target.iterdir()] == ["old"]
    assert [path.name for path in target.rglob("*")] == ["sub", "new"]
    assert list(tmp_path.iterdir()) == [target]


KILLED = """
import sys, time
from codegraft.files import atomic_directory, atomic_write

block = atomic_write if sys.argv[1] == "file" else atomic_directory
with block(sys.argv[2]) as partial:
    file = partial if sys.argv[1] == "file" else partial / "rows"
    file.write_text("half")
    print("written", flush=True)
    time.sleep(60)
"""


@pytest.mark.parametrize("kind", ["file", "directory"])
@pytest.mark.parametrize("kill", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_a_killed_writer_leaves_no_output(tmp_path, kind, kill):
    target = tmp_path / "out"
    command = [sys.executable, "-c", KILLED, kind, str(target)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as writer:
        assert writer.stdout.readline() == b"written\n"
        time.sleep(0.05)
        writer.send_signal(kill)
    assert writer.returncode != 0
    assert not target.exists()


def test_permissions_are_those_of_an_ordinary_file(tmp_path):
    ordinary, ours = tmp_path / "ordinary", tmp_path / "ours"
    ordinary.touch()
    with atomic_write(ours):
        pass
    assert stat.S_IMODE(ours.stat().st_mode) == stat.S_IMODE(ordinary.stat().st_mode)
    (tmp_path / "ordinary_dir").mkdir()
    with atomic_directory(tmp_path / "our_dir"):
        pass
    modes = [stat.S_IMODE((tmp_path / name).stat().st_mode) for name in ("ordinary_dir", "our_dir")]
    assert modes[0] == modes[1]


def test_json_is_sorted_rounded_and_ends_with_a_newline(tmp_path):
    write_json(tmp_path / "m.json", {"b": 0.1234567891, "a": [1, (2.5, np.float64(1 / 3))], "c": None})
    assert (tmp_path / "m.json").read_text() == json.dumps(
        {"a": [1, [2.5, 0.333333]], "b": 0.123457, "c": None}, indent=2
    ) + "\n"


@pytest.mark.parametrize("value", [float("nan"), float("inf"), {"deep": [float("-inf")]}])
def test_json_refuses_what_is_no_number_and_writes_nothing(tmp_path, value):
    with pytest.raises(ValueError, match="not JSON compliant"):
        write_json(tmp_path / "m.json", value)
    assert list(tmp_path.iterdir()) == []


def test_rounding_keeps_integers_and_switches():
    value = rounded({"n": 3, "on": True, "x": 1.0})
    assert [type(item) for item in value.values()] == [int, bool, float]


def test_a_file_is_read_and_a_pipe_or_device_is_not(tmp_path):
    (tmp_path / "file").write_bytes(b"whole")
    assert read_file(tmp_path / "file") == b"whole"
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "zeros").symlink_to("/dev/zero")
    for name in ("pipe", "zeros"):
        with pytest.raises(OSError, match="a pipe or a device, expected a file"):
            read_file(tmp_path / name)
    with pytest.raises(IsADirectoryError):
        read_file(tmp_path)
