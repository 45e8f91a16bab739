"""Without namespaces, as an ordinary user, and where the kernel refuses."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.programs.sandbox.hostile import HOSTILE

MIB = 1 << 20
SOURCES = Path(__file__).parents[3] / "src"
TASK = """
import json, sys
from codegraft.errors import SandboxError
from codegraft.programs.sandbox import Limits, Sandbox
task = json.load(sys.stdin)
try:
    with Sandbox(Limits(**task["limits"]), isolation=task["isolation"]) as sandbox:
        ends = [sandbox.run(code, [b"input"])[-1][:2] for code in task["programs"]]
        good = sandbox.run("print(input())", [b"good"])[0].output.decode()
        print(json.dumps({"ends": ends, "good": good, "missing": sandbox.missing}))
except SandboxError as error:
    print(json.dumps({"refused": str(error)}))
"""
ROOT = os.getuid() == 0


def readable_python():
    """An interpreter of this version that an ordinary user can use; the tests' own may lie in root's home."""
    if not ROOT:
        return sys.executable
    found = shutil.which(f"python{sys.version_info[0]}.{sys.version_info[1]}", path="/usr/local/bin:/usr/bin")
    return found or pytest.skip("no Python that an ordinary user can read")


def run(isolation, programs=(), before=()):
    """What the sandbox does in a process of its own: as an ordinary user unless ``before`` says otherwise."""
    limits = {"cpu_s": 1, "wall_s": 1.2, "memory_bytes": 96 * MIB, "output_bytes": MIB // 4, "disk_bytes": 4 * MIB}
    task = {"isolation": isolation, "programs": list(programs), "limits": limits}
    if ROOT and not before:
        before = ["setpriv", "--reuid=12345", "--regid=12345", "--clear-groups"]
    command = [*before, readable_python(), "-B", "-c", TASK]
    environment = {"PYTHONPATH": str(SOURCES), "PATH": os.environ["PATH"]}
    done = subprocess.run(command, input=json.dumps(task), capture_output=True, text=True, env=environment, cwd="/")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


QUICK = {name: program for name, program in HOSTILE.items() if program.ended != "timeout"}
AMONG_OTHERS = {
    # Landlock and seccomp deny what is not even there for a program in namespaces.
    **dict.fromkeys(["writes a file outside", "changes the answers", "prints the answers"], "PermissionError"),
    **dict.fromkeys(["symbolic link out", "reads the home directory", "reads the passwords"], "PermissionError"),
    **dict.fromkeys(["reads /proc", "kills everybody", "signals every process"], "PermissionError"),
}
UNLIMITED = {"thread bomb", "fills the disk", "many files"}


@pytest.fixture
def programs(tmp_path):
    """Hostile programs that end soon, with what they look for in place."""
    tmp_path.chmod(0o777)
    files = {name: tmp_path / name for name in ("CANARY", "ANSWERS", "AT_HOME")}
    for file in files.values():
        file.write_text("as it was")
        file.chmod(0o666)
    words = {**{name: repr(str(file)) for name, file in files.items()}, "PROJECT": repr(str(SOURCES)), "SERVER": "1"}
    codes = {}
    for name, (code, *_) in QUICK.items():
        for word, value in words.items():
            code = code.replace(word, value)
        codes[name] = code
    yield codes
    assert [file.read_text() for file in files.values()] == ["as it was"] * 3


def differing(result, names):
    """Ends that are not those of the table, by name."""
    expected = {name: [QUICK[name].ended, QUICK[name].exception] for name in names}
    assert result["good"] == "good\n"
    return {name: end for name, end in zip(names, result["ends"], strict=True) if end != expected[name]}


def test_an_ordinary_user_has_namespaces_too(programs):
    result = run("namespaces", programs.values())
    assert result["missing"] == []
    # The first process of the namespace is the same user's here; the kernel ignores the signal instead.
    assert differing(result, list(programs)) == {"kills its parent": ["finished", ""]}


def test_limits_alone_stop_most_of_it(programs):
    names = [name for name in programs if name not in UNLIMITED]
    result = run("limits", [programs[name] for name in names])
    assert [line.partition(":")[0] for line in result["missing"]] == ["disk", "threads", "names"]
    assert differing(result, names) == {name: ["exception", exception] for name, exception in AMONG_OTHERS.items()}


@pytest.mark.skipif(not ROOT, reason="an ordinary user is refused elsewhere, by the system's own settings")
def test_a_kernel_that_refuses_is_named_with_the_ways_out():
    forbid = 'echo 0 > /proc/sys/user/max_user_namespaces && exec "$@"'
    refused = run("namespaces", before=["unshare", "--user", "--map-root-user", "sh", "-c", forbid, "sh"])["refused"]
    assert "the kernel refused unshare(user): No space left on device" in refused
    assert "user.max_user_namespaces" in refused
    assert "programs.isolation: limits" in refused


@pytest.mark.skipif(not ROOT, reason="only root becomes nobody")
def test_root_does_not_run_programs_as_root():
    result = run("limits", ["import os\nos.getuid() and 1 / 0"], before=["env"])
    assert result["ends"] == [["exception", "ZeroDivisionError"]]


def test_limits_are_kept_without_namespaces():
    bombs = ["while True: pass", "import time\ntime.sleep(9)", "x = bytearray(1 << 28)", "while True: print('more')"]
    assert [end for end, _ in run("limits", bombs)["ends"]] == ["timeout", "timeout", "memory", "output"]
