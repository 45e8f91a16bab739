"""How the environment of torch_xla comes to be; without building the real one."""

import os
import re
import subprocess
import sys
from collections import namedtuple

import pytest

from tests.graphmer.xla import __main__ as command
from tests.graphmer.xla import environment
from tests.graphmer.xla.environment import COMPLETE, REQUIREMENTS, ROOT, UnbuiltError, place, ready

EMPTY = "# nothing\n"
IF_ROOM = ["--if-room"]


@pytest.fixture
def requirements(tmp_path):
    path = tmp_path / "requirements.txt"
    path.write_text(EMPTY)
    return path


def pins(path):
    lines = re.findall(r"^([\w.-]+)(?:\[\w+\])?==(\S+)", path.read_text(), flags=re.MULTILINE)
    return {name.lower().replace("_", "-"): pin for name, pin in lines}


def test_packages_of_both_environments_have_one_version():
    both, tpu = pins(ROOT / "requirements.txt"), pins(REQUIREMENTS)
    assert {name for name, pin in tpu.items() if both.get(name, pin) != pin} == {"torch"}
    assert tpu["torch"] == tpu["torch-xla"] == "2.9.0"


def test_every_line_is_one_exact_version():
    lines = [line for line in REQUIREMENTS.read_text().splitlines() if line and not line.startswith("#")]
    assert [line for line in lines if not re.fullmatch(r"[\w.-]+(\[tpu\])?==[\w.]+(\s+# .+)?", line)] == []


@pytest.fixture
def no_cache(tmp_path, monkeypatch):
    """A cache directory without an environment, on a disk that has room, and nobody asks to build one."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.delenv(command.ASKED, raising=False)
    return place(REQUIREMENTS)


def test_other_requirements_have_another_place(tmp_path, requirements, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    first = place(requirements)
    assert first.parent == tmp_path / ".cache/codegraft"
    requirements.write_text("attrs==25.1.0\n")
    assert place(requirements) != first
    monkeypatch.setenv("XDG_CACHE_HOME", "/cache")
    assert place(requirements).parent.as_posix() == "/cache/codegraft"


def test_an_environment_is_built_once(tmp_path, requirements, monkeypatch):
    python = ready(tmp_path / "cache/xla", requirements, needed=0)
    assert subprocess.run([python, "-c", "import pip"], check=True).returncode == 0
    monkeypatch.setattr(environment, "build", None)
    assert ready(tmp_path / "cache/xla", requirements, needed=0) == python


@pytest.mark.parametrize("left", ["xla/bin/python", f"xla/{COMPLETE}", "xla.tmp/torch.whl"])
def test_one_that_was_ended_on_the_way_or_lost_its_python_is_built_anew(tmp_path, requirements, monkeypatch, left):
    (tmp_path / left).parent.mkdir(parents=True)
    (tmp_path / left).touch()
    built = []
    monkeypatch.setattr(environment, "build", lambda *arguments: built.append((tmp_path / left).exists()))
    ready(tmp_path / "xla", requirements, needed=0)
    assert built == [False]


def test_half_an_environment_is_gone_before_room_is_measured(tmp_path, requirements, monkeypatch):
    half = tmp_path / "xla"
    (half / "bin").mkdir(parents=True)
    usage = namedtuple("usage", "free")
    monkeypatch.setattr(environment.shutil, "disk_usage", lambda path: usage(5 if half.exists() else 9))
    monkeypatch.setattr(environment, "build", lambda *arguments: None)
    ready(half, requirements, needed=9)


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        (["./not-there"], "`-m pip download` failed: .*not-there"),
        (["torch==0"], "No matching .* torch==0; is there a network, and a package index in reach"),
        (["--not-an-option"], "no such option: --not-an-option"),
    ],
)
def test_of_all_that_pip_says_the_error_is_passed_on(tmp_path, monkeypatch, wanted, said):
    for name, value in {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": "", "PIP_CONFIG_FILE": os.devnull}.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(UnbuiltError, match=said) as refused:
        environment.run(sys.executable, "-m", "pip", "download", "--dest", tmp_path, *wanted)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("error", [UnbuiltError("no network"), KeyboardInterrupt()])
def test_of_a_build_that_fails_or_is_interrupted_nothing_stays(tmp_path, requirements, monkeypatch, error):
    def fail(*command, **variables):
        if "pip" in command:
            raise error
        (tmp_path / "cache/xla/bin").mkdir(parents=True)

    monkeypatch.setattr(environment, "run", fail)
    with pytest.raises(type(error)):
        ready(tmp_path / "cache/xla", requirements, needed=0)
    assert [path.name for path in (tmp_path / "cache").iterdir()] == ["xla.lock"]


def test_a_cache_directory_that_cannot_be_is_said(tmp_path, requirements):
    (tmp_path / "cache").touch()
    with pytest.raises(UnbuiltError, match=r"cache/xla: .*; XDG_CACHE_HOME may name another place"):
        ready(tmp_path / "cache/xla", requirements, needed=0)


def test_a_full_disk_is_said_before_anything_is_written(tmp_path, requirements, monkeypatch):
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(environment.shutil, "disk_usage", lambda path: usage(9, 8, 5 * 2**30))
    with pytest.raises(UnbuiltError, match=r"5.0 GiB are free, the environment of torch_xla needs 13"):
        ready(tmp_path / "xla", requirements)
    assert not (tmp_path / "xla").exists()


@pytest.mark.parametrize(("arguments", "status"), [([], 1), (IF_ROOM, 0)])
def test_tests_that_did_not_run_are_never_silent(no_cache, monkeypatch, capsys, arguments, status):
    def refuse(*_):
        raise UnbuiltError("5.0 GiB are free")

    monkeypatch.setattr(command, "ready", refuse)
    monkeypatch.setenv(command.ASKED, "1")
    assert command.main(arguments) == status
    assert "did NOT run: 5.0 GiB are free" in capsys.readouterr().err


def test_ci_builds_nothing_that_nobody_asked_for(no_cache, capsys):
    assert command.main(IF_ROOM) == 0
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"the tests of TPU training did NOT run: {no_cache} is not built; `make test-xla` builds it")
    assert not no_cache.parent.exists()


@pytest.mark.parametrize("arguments", [[], IF_ROOM])
def test_the_status_is_that_of_pytest(tmp_path, monkeypatch, arguments):
    monkeypatch.setattr(command, "ready", lambda *_: sys.executable)
    monkeypatch.setattr(command, "is_built", lambda _: True)
    (tmp_path / "test_one.py").write_text("import pytest\n\n@pytest.mark.xla\ndef test_one():\n    assert False\n")
    assert command.main([*arguments, str(tmp_path), "-p", "no:cacheprovider"]) == 1
