"""Judgements that are remembered."""

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from codegraft.programs.judge import cache
from codegraft.programs.judge.cache import CachedJudge, read_judgements, write_judgements
from codegraft.programs.judge.judge import Judgement
from codegraft.programs.judge.verdict import Verdict
from tests.programs.judge.tasks import DOUBLE, task

PASSED = Judgement(4, 4, 4, Verdict.PASSED, "", flaky=False, cpu_s=0.25)


class NoSandbox:
    """Stands where nothing may be run."""

    def run(self, code, inputs, *, limits, seed):
        raise AssertionError("a program was run that is known")


def judged(directory, sandbox, *codes, chosen=None, isolation="namespaces"):
    with CachedJudge(chosen or task(), sandbox, directory, isolation) as judge:
        return [judge.judge(code) for code in codes]


def test_what_is_known_is_not_run(sandbox, tmp_path):
    first = judged(tmp_path, sandbox, DOUBLE, "print(1)")
    assert judged(tmp_path, NoSandbox(), DOUBLE, "print(1)") == first
    assert [type(judgement.verdict) for judgement in judged(tmp_path, NoSandbox(), DOUBLE)] == [Verdict]


def test_another_task_isolation_or_executor_is_judged_anew(sandbox, tmp_path, monkeypatch):
    judged(tmp_path, sandbox, DOUBLE)
    assert judged(tmp_path, sandbox, DOUBLE, chosen=task([(1, 3)]))[0].verdict == Verdict.WRONG_ANSWER
    with pytest.raises(AssertionError):
        judged(tmp_path, NoSandbox(), DOUBLE, isolation="limits")
    monkeypatch.setattr(cache, "executor", lambda: "another")
    with pytest.raises(AssertionError):
        judged(tmp_path, NoSandbox(), DOUBLE)


def test_without_a_directory_nothing_is_kept(sandbox, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    judged(None, sandbox, DOUBLE)
    assert not list(tmp_path.iterdir())


def test_an_interruption_loses_nothing_that_was_judged(sandbox, tmp_path):
    def interrupted():
        with CachedJudge(task(), sandbox, tmp_path, "namespaces") as judge:
            judge.judge(DOUBLE)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert judged(tmp_path, NoSandbox(), DOUBLE)[0].verdict == Verdict.PASSED


@pytest.mark.parametrize("place", range(0, 260, 13))
def test_a_damaged_file_counts_as_absent(tmp_path, place):
    file = tmp_path / "a.json"
    write_judgements(file, {"key": PASSED})
    content = bytearray(file.read_bytes())
    place %= len(content)
    file.write_bytes(content[:place])
    assert read_judgements(file) == {}
    content[place] ^= 1
    file.write_bytes(content)
    assert read_judgements(file) == {}


def test_a_damaged_file_is_mended(sandbox, tmp_path):
    judged(tmp_path, sandbox, DOUBLE)
    (file,) = tmp_path.iterdir()
    file.write_bytes(b"")
    judged(tmp_path, sandbox, DOUBLE)
    assert [judgement.verdict for judgement in read_judgements(file).values()] == [Verdict.PASSED]


def test_what_was_written_is_read(tmp_path):
    found = {"a": PASSED, "b": PASSED._replace(verdict=Verdict.KILLED, exception="SIGSEGV", flaky=True)}
    write_judgements(tmp_path / "new" / "a.json", found)
    assert read_judgements(tmp_path / "new" / "a.json") == found
    assert read_judgements(tmp_path / "none.json") == {}


KILLED = """
import sys
from pathlib import Path
from codegraft.programs.judge import cache
from codegraft.programs.sandbox import Sandbox
from tests.programs.judge.tasks import task

cache._SAVE_EVERY_S = 0.0
with Sandbox() as sandbox, cache.CachedJudge(task(), sandbox, Path(sys.argv[1]), "namespaces") as judge:
    for number in range(10**6):
        judge.judge(f"print(2 * int(input()))  # {number}")
"""


def test_a_process_that_is_killed_leaves_what_it_saved(tmp_path):
    process = subprocess.Popen([sys.executable, "-c", KILLED, str(tmp_path)], cwd=Path.cwd())
    try:
        until = time.monotonic() + 30
        while len(list(tmp_path.glob("*.json"))) < 1 or time.monotonic() < until - 29:
            assert time.monotonic() < until
            time.sleep(0.05)
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait()
    (file,) = tmp_path.glob("*.json")
    known = read_judgements(file)
    assert {judgement.verdict for judgement in known.values()} == {Verdict.PASSED}
    assert len(known) == len(json.loads(file.read_bytes().partition(b"\n")[2]))
