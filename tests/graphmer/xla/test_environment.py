"""How the environment of torch_xla comes to be; without building the real one."""

import re
import subprocess
import sys
from collections import namedtuple

import pytest

from tests.graphmer.xla import __main__ as command
from tests.graphmer.xla import environment
from tests.graphmer.xla.environment import REQUIREMENTS, ROOT, NoRoomError, place, ready

EMPTY = "# nothing\n"


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


def test_other_requirements_have_another_place(tmp_path, requirements):
    home = {"HOME": str(tmp_path)}
    first = place(requirements, home)
    assert first.parent == tmp_path / ".cache/codegraft"
    assert place(requirements, {**home, "XDG_CACHE_HOME": "/cache"}).parent.as_posix() == "/cache/codegraft"
    requirements.write_text("attrs==25.1.0\n")
    assert place(requirements, home) != first


def test_an_environment_is_built_once(tmp_path, requirements, monkeypatch):
    python = ready(tmp_path / "cache/xla", requirements, needed=0)
    assert subprocess.run([python, "-c", "import pip"], check=True).returncode == 0
    monkeypatch.setattr(environment, "build", None)
    assert ready(tmp_path / "cache/xla", requirements, needed=0) == python


def test_one_that_was_ended_on_the_way_is_built_anew(tmp_path, requirements, monkeypatch):
    half, built = tmp_path / "xla", []
    (half / "bin").mkdir(parents=True)
    monkeypatch.setattr(environment, "build", lambda *arguments: built.append(arguments))
    ready(half, requirements, needed=0)
    assert built == [(half, requirements)]


def test_of_a_build_that_fails_nothing_stays(tmp_path, requirements):
    requirements.write_text("./not-there\n")
    with pytest.raises(subprocess.CalledProcessError):
        ready(tmp_path / "cache/xla", requirements, needed=0)
    assert [path.name for path in (tmp_path / "cache").iterdir()] == ["xla.lock"]


def test_a_full_disk_is_said_before_anything_is_written(tmp_path, requirements, monkeypatch):
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(environment.shutil, "disk_usage", lambda path: usage(9, 8, 5 * 2**30))
    with pytest.raises(NoRoomError, match=r"5.0 GiB are free, the environment of torch_xla needs 13"):
        ready(tmp_path / "xla", requirements)
    assert not (tmp_path / "xla").exists()


@pytest.mark.parametrize(("arguments", "status"), [([], 1), (["--if-room"], 0)])
def test_tests_that_did_not_run_are_never_silent(monkeypatch, capsys, arguments, status):
    def refuse(*_):
        raise NoRoomError("5.0 GiB are free")

    monkeypatch.setattr(command, "ready", refuse)
    assert command.main(arguments) == status
    assert "did NOT run: 5.0 GiB are free" in capsys.readouterr().err


def test_the_status_is_that_of_pytest(tmp_path, monkeypatch):
    monkeypatch.setattr(command, "ready", lambda *_: sys.executable)
    (tmp_path / "test_one.py").write_text("import pytest\n\n@pytest.mark.xla\ndef test_one():\n    assert False\n")
    assert command.main([str(tmp_path), "-p", "no:cacheprovider"]) == 1
