"""Whoever does the work: the same results and errors, also when a worker dies; and nothing is left behind."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from codegraft.errors import ProgramError, WorkerError
from codegraft.parallel.workers import Workers
from tests.parallel import pieces

ROOT = Path(__file__).parents[2]
BACKENDS = ["loky", "dask", pytest.param("ray", marks=pytest.mark.slow)]


@pytest.fixture(scope="module", params=BACKENDS)
def workers(request):
    with Workers(2, request.param) as started:
        yield started


def test_results_come_in_order(workers):
    assert workers.spread(pieces.square, range(20), "squares") == [number**2 for number in range(20)]


def test_every_piece_comes_once_with_its_place(workers):
    assert sorted(workers.each(pieces.square, iter([5, 3, 4]))) == [(0, 25), (1, 9), (2, 16)]


@pytest.mark.parametrize("items", [[], [7]], ids=["none", "one"])
def test_few_pieces_are_done_too(workers, items):
    assert workers.spread(pieces.square, items, "squares") == [number**2 for number in items]


def test_large_pieces_arrive_whole(workers):
    texts = [bytes([number]) * 3_000_000 for number in range(4)]
    assert workers.spread(bytes.upper, texts, "texts") == texts


def test_an_error_for_people_is_raised_as_it_is(workers):
    with pytest.raises(ProgramError) as caught:
        workers.spread(pieces.refuse, range(6), "refused")
    assert str(caught.value) == "number 3: expected another"


def test_any_other_error_is_raised_and_says_where_it_was(workers):
    with pytest.raises(ZeroDivisionError) as caught:
        workers.spread(pieces.divide, range(3), "divided")
    assert "return 12 // number" in caught.value.__notes__[0]


def test_a_worker_has_one_thread(workers):
    assert workers.spread(pieces.variable, ["OMP_NUM_THREADS"] * 2, "threads") == ["1", "1"]


def test_what_a_killed_worker_did_is_done_again(workers, tmp_path):
    items = [(number, tmp_path) for number in range(12)]
    assert workers.spread(pieces.die_once, items, "killed") == [number**2 for number in range(12)]
    assert (tmp_path / "3").read_text().count("begun") == 2


def test_a_piece_that_kills_every_worker_ends_in_an_error_and_others_are_done_after_it(workers):
    with pytest.raises(WorkerError, match=r"^4 workers died while doing the same piece of work$"):
        workers.spread(pieces.die, range(6), "poison")
    assert workers.spread(pieces.square, range(4), "squares") == [0, 1, 4, 9]


def test_nobody_outside_this_machine_reaches_the_workers(workers):
    workers.spread(pieces.square, range(4), "squares")
    processes = [psutil.Process(), *psutil.Process().children(recursive=True)]
    listening = {
        connection.laddr.ip
        for process in processes
        for connection in process.net_connections("inet")
        if connection.status == psutil.CONN_LISTEN
    }
    assert listening <= {"127.0.0.1", "::ffff:127.0.0.1", "::1"}


SCRIPT = """
import sys
from pathlib import Path
from tests.parallel.pieces import spread

if __name__ == "__main__":
    place = Path(sys.argv[2]) if len(sys.argv) > 2 else None
    try:
        print(spread(sys.argv[1], place))
    except KeyboardInterrupt:
        sys.exit(7)
"""


@pytest.fixture
def script(tmp_path):
    """Run the script in an empty directory: the process, and where it may leave files."""
    home, here = tmp_path / "home", tmp_path / "here"
    home.mkdir()
    here.mkdir()
    (tmp_path / "script.py").write_text(SCRIPT)
    environment = os.environ | {"PYTHONPATH": f"{ROOT / 'src'}:{ROOT}", "HOME": str(home), "PYTHONWARNINGS": "default"}

    def start(*arguments):
        return subprocess.Popen(
            [sys.executable, str(tmp_path / "script.py"), *map(str, arguments)],
            cwd=here,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    yield start
    assert [*here.iterdir(), *home.iterdir()] == []


@pytest.mark.slow
@pytest.mark.parametrize("backend", ["loky", "dask", "ray"])
def test_nothing_is_said_and_nothing_is_left(script, backend):
    process = script(backend)
    assert process.communicate(timeout=120) == ("[0, 1, 4, 9, 16]\n", "")


@pytest.mark.slow
@pytest.mark.parametrize("backend", ["loky", "dask", "ray"])
def test_ctrl_c_ends_the_workers(script, backend, tmp_path):
    begun = tmp_path / "begun"
    begun.mkdir()
    process = script(backend, begun)
    wait_until(lambda: len(list(begun.iterdir())) >= 2)
    started = psutil.Process(process.pid).children(recursive=True)
    os.killpg(process.pid, signal.SIGINT)
    output = process.communicate(timeout=60)
    assert (process.returncode, *output) == (7, "", "")
    wait_until(lambda: not any(child.is_running() and child.status() != "zombie" for child in started))


@pytest.mark.slow
@pytest.mark.parametrize("backend", ["loky", "dask", "ray"])
def test_workers_end_with_a_driver_that_is_killed(script, backend, tmp_path):
    begun = tmp_path / "begun"
    begun.mkdir()
    process = script(backend, begun)
    wait_until(lambda: len(list(begun.iterdir())) >= 2)
    started = psutil.Process(process.pid).children(recursive=True)
    process.kill()
    process.communicate(timeout=60)
    wait_until(lambda: not any(child.is_running() and child.status() != "zombie" for child in started))


def wait_until(condition):
    until = time.monotonic() + 120  # Ray's agents look for their node every half minute
    while not condition():
        assert time.monotonic() < until
        time.sleep(0.05)


@pytest.fixture
def closed_port():
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


@pytest.mark.parametrize("backend", ["dask", "ray"])
def test_an_address_where_nothing_listens_is_named_at_once(backend, closed_port):
    begun = time.monotonic()
    with pytest.raises(WorkerError, match=rf"^cluster 127\.0\.0\.1:{closed_port}: nothing answers .*; start .*$"):
        Workers(2, backend, f"127.0.0.1:{closed_port}").spread(pieces.square, range(4), "squares")
    assert time.monotonic() - begun < 10


@pytest.mark.parametrize("backend", ["dask", "ray"])
def test_an_address_without_a_port_is_refused(backend):
    with pytest.raises(WorkerError, match="no address with a port"):
        Workers(2, backend, "somewhere").spread(pieces.square, range(4), "squares")


@pytest.mark.slow
def test_something_else_at_the_address_is_no_scheduler():
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"127.0.0.1:{server.getsockname()[1]}"
        begun = time.monotonic()
        with pytest.raises(WorkerError, match="nothing answers"):
            Workers(2, "dask", address).spread(pieces.square, range(4), "squares")
    assert time.monotonic() - begun < 20


@pytest.mark.parametrize("backend", ["dask", "ray"])
def test_a_backend_that_is_not_installed_says_how(monkeypatch, backend):
    monkeypatch.setitem(sys.modules, backend, None)
    with pytest.raises(
        WorkerError, match=rf"^backend: {backend} is not installed; run `pip install codegraft\[{backend}\]`$"
    ):
        Workers(2, backend).spread(pieces.square, range(4), "squares")


def test_one_without_a_cluster_is_this_process():
    assert Workers().spread(lambda number: (number, os.getpid()), [1, 2], "here") == [
        (1, os.getpid()),
        (2, os.getpid()),
    ]
