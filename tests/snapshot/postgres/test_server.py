"""The embedded server: shared, left behind, killed and interrupted."""

import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from codegraft.errors import DatabaseError
from codegraft.snapshot.postgres.binaries import MAJOR, postgres_command
from codegraft.snapshot.postgres.database import Database, connect
from codegraft.snapshot.postgres.server import embedded_server

pytestmark = pytest.mark.postgres

USER_OF_A_SERVER = """
import sys, time
from codegraft.snapshot.postgres.server import embedded_server
with embedded_server(sys.argv[1]):
    print("ready", flush=True)
    sys.stdin.read()
"""


def other_user(directory: Path) -> "subprocess.Popen[str]":
    """Another process that uses the server until its standard input is closed."""
    command = [sys.executable, "-c", USER_OF_A_SERVER, str(directory)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def postmaster(directory: Path) -> psutil.Process | None:
    """The server's main process, found without the code under test."""
    for process in psutil.process_iter(["name", "environ", "ppid"]):
        environment = process.info["environ"] or {}
        if process.info["name"] == "postgres" and environment.get("PGDATA", "").startswith(f"{directory}/"):
            parent = psutil.Process(process.info["ppid"])
            if parent.name() != "postgres":
                return process
    return None


def answer(database: Database, statement: str = "SELECT 1") -> object:
    with connect(database, read_only=True) as connection, connection.cursor() as cursor:
        cursor.execute(statement)
        ((value,),) = cursor
        return value


def write(database: Database, statement: str) -> None:
    with connect(database, read_only=False) as connection:
        connection.cursor().execute(statement)


def wait_until(condition: Callable[[], bool], seconds: float = 10.0) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def test_it_runs_while_it_is_used_and_keeps_its_data(tmp_path: Path):
    with embedded_server(tmp_path) as database:
        write(database, "CREATE TABLE kept AS SELECT 7 AS x")
        assert postmaster(tmp_path) is not None
    assert postmaster(tmp_path) is None
    with embedded_server(tmp_path) as database:
        assert answer(database, "SELECT x FROM kept") == 7


def test_encoding_and_order_do_not_depend_on_the_machine(postgres: Database):
    assert answer(postgres, "SELECT current_setting('server_encoding')") == "UTF8"
    assert answer(postgres, "SELECT current_setting('TimeZone')") == "UTC"
    assert answer(postgres, "SELECT datcollate FROM pg_database WHERE datname = current_database()") == "C"


def test_it_cannot_be_reached_but_by_its_owner(tmp_path: Path):
    with embedded_server(tmp_path / "server") as database:
        assert (tmp_path / "server").stat().st_mode & 0o077 == 0
        assert answer(database, "SELECT current_setting('listen_addresses')") == ""


def test_nested_and_threaded_users_share_it(tmp_path: Path):
    answers = []

    def use() -> None:
        with embedded_server(tmp_path) as database:
            answers.append(answer(database))

    with embedded_server(tmp_path) as outer:
        with embedded_server(tmp_path) as inner:
            assert inner == outer
        assert answer(outer) == 1
        threads = [threading.Thread(target=use) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert answer(outer) == 1
    assert answers == [1] * 4
    assert postmaster(tmp_path) is None


def test_the_last_process_to_leave_stops_it(tmp_path: Path):
    with other_user(tmp_path) as other:
        with embedded_server(tmp_path) as database:
            assert answer(database) == 1
        assert postmaster(tmp_path) is not None
        other.communicate()
    assert postmaster(tmp_path) is None


def test_processes_that_begin_at_once_make_one_server(tmp_path: Path):
    command = [sys.executable, "-c", USER_OF_A_SERVER, str(tmp_path)]
    users = [subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    for user in users:
        assert user.stdout is not None
        assert user.stdout.readline() == "ready\n"
    for user in users:
        user.communicate()
        assert user.returncode == 0
    assert postmaster(tmp_path) is None


def test_a_killed_user_is_not_waited_for(tmp_path: Path):
    with other_user(tmp_path) as other:
        other.kill()
        other.communicate()
    assert postmaster(tmp_path) is not None
    with embedded_server(tmp_path) as database:
        assert answer(database) == 1
    assert postmaster(tmp_path) is None


def test_a_killed_server_comes_back_with_what_was_committed(tmp_path: Path):
    with embedded_server(tmp_path) as database:
        write(database, "CREATE TABLE kept AS SELECT generate_series(1, 1000) AS x")
        main = postmaster(tmp_path)
        assert main is not None
        main.kill()
        main.wait(10)
        with embedded_server(tmp_path) as again:
            assert answer(again, "SELECT count(*) FROM kept") == 1000
    assert postmaster(tmp_path) is None


def test_a_process_id_that_is_somebody_elses_by_now_is_not_believed(tmp_path: Path):
    with embedded_server(tmp_path):
        pass
    as_server_user = postgres_command("initdb")[:-1]
    with subprocess.Popen([*as_server_user, "sleep", "60"]) as stranger:
        stale = f"{stranger.pid}\n{tmp_path}/data-{MAJOR}\n1\n5432\n{tmp_path}\n\n\nready   \n"
        (tmp_path / f"data-{MAJOR}" / "postmaster.pid").write_text(stale)
        with embedded_server(tmp_path) as database:
            assert answer(database) == 1
        assert stranger.poll() is None
        stranger.kill()


def test_a_server_without_its_socket_is_not_doubled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("codegraft.snapshot.postgres.server.RETRY_SECONDS", 1)
    with embedded_server(tmp_path) as database:
        write(database, "CREATE TABLE kept ()")
        (tmp_path / ".s.PGSQL.5432").unlink()
        with pytest.raises(DatabaseError, match="does not start"), embedded_server(tmp_path):
            pass
        main = postmaster(tmp_path)
        assert main is not None
        main.send_signal(signal.SIGINT)
        main.wait(10)
    with embedded_server(tmp_path) as database:
        assert answer(database, "SELECT count(*) FROM kept") == 0


@pytest.mark.parametrize("delay", [0.05, 0.2, 0.35, 0.5])
def test_an_interrupted_first_start_leaves_nothing_broken(tmp_path: Path, delay: float):
    command = [sys.executable, "-c", USER_OF_A_SERVER, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as first:
        wait_until(lambda: any(tmp_path.glob("initdb-*/data")) or first.poll() is not None)
        time.sleep(delay)
        first.kill()
        first.communicate()
    with embedded_server(tmp_path) as database:
        assert answer(database) == 1
    with embedded_server(tmp_path) as database:  # the killed process's initdb may have lived on for a moment
        assert answer(database) == 1
    assert {path.name for path in tmp_path.iterdir()} == {f"data-{MAJOR}", "server.log", "start.lock", "users.lock"}
    assert postmaster(tmp_path) is None


def test_data_of_another_major_version_is_left_alone(tmp_path: Path):
    older = tmp_path / f"data-{MAJOR - 1}"
    older.mkdir()
    (older / "PG_VERSION").write_text(f"{MAJOR - 1}\n")
    with embedded_server(tmp_path) as database:
        assert answer(database) == 1
    assert [path.name for path in older.iterdir()] == ["PG_VERSION"]


def test_broken_data_gives_the_log_and_the_remedy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("codegraft.snapshot.postgres.server.RETRY_SECONDS", 0)
    (tmp_path / f"data-{MAJOR}").mkdir()
    with pytest.raises(DatabaseError, match=r"delete .*data-") as caught, embedded_server(tmp_path):
        pass
    assert "is not a database cluster directory" in str(caught.value)


@pytest.mark.parametrize("name", ["a" * 120, "comma,comma", "blank and 'quotes' \" $HOME `x` ü"])
def test_directories_of_any_name_will_do(tmp_path: Path, name: str):
    directory = tmp_path / name
    with embedded_server(directory) as database:
        assert answer(database) == 1
        sockets = Path(database.parameters["host"])
    assert sockets == directory or not sockets.exists()


def test_a_directory_that_cannot_be_made_is_named(tmp_path: Path):
    (tmp_path / "file").write_text("")
    with pytest.raises(DatabaseError, match="file/server: cannot hold"), embedded_server(tmp_path / "file" / "server"):
        pass


@pytest.fixture
def short_path() -> Iterator[Path]:
    """A directory whose path leaves room for a socket's name, which tests that run side by side have not."""
    with tempfile.TemporaryDirectory() as directory:
        yield Path(directory)


def test_a_strangers_socket_directory_is_refused(short_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("tempfile.tempdir", str(short_path))
    directory = short_path / ("a" * 120)
    with embedded_server(directory) as database:
        sockets = Path(database.parameters["host"])
    elsewhere = short_path / "elsewhere"
    elsewhere.mkdir()
    sockets.symlink_to(elsewhere)
    with pytest.raises(DatabaseError, match="not our own"), embedded_server(directory):
        pass


def test_a_forked_child_neither_stops_it_nor_keeps_it(tmp_path: Path):
    with embedded_server(tmp_path) as database:
        child = os.fork()
        if child == 0:
            time.sleep(30)
            os._exit(0)
        assert answer(database) == 1
    assert postmaster(tmp_path) is None
    with embedded_server(tmp_path) as database:
        assert answer(database) == 1
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def test_importing_starts_and_writes_nothing(tmp_path: Path):
    modules = "codegraft.snapshot.postgres.server, codegraft.snapshot.postgres.database"
    code = f"import {modules}, json, os; print(json.dumps(os.listdir('.')))"
    done = subprocess.run([sys.executable, "-W", "error", "-c", code], cwd=tmp_path, capture_output=True, text=True)
    assert json.loads(done.stdout) == []


def test_default_place_is_a_hidden_folder_here(short_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(short_path)
    with embedded_server() as database:
        assert Path(database.parameters["host"]) == short_path / ".codegraft" / f"postgres-{os.getuid()}"
        with socket.socket(socket.AF_UNIX) as probe:
            probe.connect(f"{database.parameters['host']}/.s.PGSQL.5432")


def test_the_default_place_keeps_itself_out_of_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    with embedded_server():
        pass
    assert (tmp_path / ".codegraft" / ".gitignore").read_text() == "*\n"
    assert [path.name for path in tmp_path.iterdir()] == [".codegraft"]
    with embedded_server(tmp_path / "elsewhere"):
        pass
    assert not (tmp_path / "elsewhere" / ".gitignore").exists()


def test_a_reader_uses_what_is_there_and_makes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    for directory in (None, tmp_path / "server"):
        absent = pytest.raises(DatabaseError, match=r"no embedded database here yet .*snapshot ingest DIR")
        with absent, embedded_server(directory, create=False):
            pass
    assert list(tmp_path.iterdir()) == []
    with embedded_server(tmp_path / "server"):
        pass
    with embedded_server(tmp_path / "server", create=False) as database:
        assert answer(database) == 1
