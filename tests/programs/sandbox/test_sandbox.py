"""What the sandbox promises about programs that mean no harm, and about itself."""

import hashlib
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import psutil
import pytest

from codegraft.errors import SandboxError
from codegraft.programs.sandbox import Limits, Outcome, Sandbox

MIB = 1 << 20
ECHO = "import sys\nsys.stdout.write(sys.stdin.read())"


@pytest.fixture(scope="module")
def sandbox():
    with Sandbox(Limits(cpu_s=1.0, wall_s=2.0, memory_bytes=128 * MIB)) as opened:
        yield opened


def output(sandbox, code, given=b"", **limits):
    (outcome,) = sandbox.run(code, [given], limits=Limits(**limits) if limits else None)
    assert outcome.ended == "finished", outcome
    return outcome.output


def test_every_input_has_its_outcome_in_order(sandbox):
    outcomes = sandbox.run("print(10 // int(input()))", [b"1", b"0", b"", b"5\n"])
    assert [outcome[:3] for outcome in outcomes] == [
        ("finished", "", b"10\n"),
        ("exception", "ZeroDivisionError", b""),
        ("exception", "EOFError", b""),
        ("finished", "", b"2\n"),
    ]
    assert all(0 < outcome.cpu_s < 1 for outcome in outcomes)


def test_without_inputs_nothing_is_run(sandbox):
    assert sandbox.run("not a program", []) == []


@pytest.mark.parametrize("code", ["def f(:", "x = 'open", "\tif x:\n  y", "return 1", "x\0y"])
def test_a_program_that_does_not_compile_has_a_single_outcome(sandbox, code):
    (outcome,) = sandbox.run(code, [b"1", b"2"])
    assert outcome.ended == "syntax"
    assert outcome.exception in {"SyntaxError", "IndentationError", "TabError"}


@pytest.mark.parametrize(
    ("code", "ended", "exception"),
    [
        ("while True: pass", "timeout", ""),
        ("import time\ntime.sleep(9)", "timeout", ""),
        ("x = bytearray(1 << 28)", "memory", "MemoryError"),
        ("print('x' * (1 << 21))", "output", ""),
        ("import os\nos.kill(os.getpid(), 15)", "killed", "SIGTERM"),
    ],
)
def test_after_an_end_that_costs_much_the_remaining_inputs_are_not_run(sandbox, code, ended, exception):
    (outcome,) = sandbox.run(code, [b"1", b"2", b"3"])
    assert outcome[:2] == (ended, exception)


@pytest.mark.parametrize(
    ("argument", "ended", "exception"),
    [
        ("", "finished", ""),
        ("0", "finished", ""),
        ("None", "finished", ""),
        ("10**30", "exception", "SystemExit"),
        ("3", "exception", "SystemExit"),
        ("'message'", "exception", "SystemExit"),
    ],
)
def test_an_exit_counts_by_its_status(sandbox, argument, ended, exception):
    (outcome,) = sandbox.run(f"import sys\nprint('said')\nsys.exit({argument})", [b""])
    assert outcome[:3] == (ended, exception, b"said\n")


def test_output_is_cut_at_the_limit(sandbox):
    exact, more = (f"print('x' * {size}, end='')" for size in (1000, 1001))
    limits = Limits(output_bytes=1000)
    assert sandbox.run(exact, [b""], limits=limits)[0][:3] == ("finished", "", b"x" * 1000)
    assert sandbox.run(more, [b""], limits=limits)[0][:3] == ("output", "", b"x" * 1000)


def test_cpu_time_beyond_the_limit_is_a_timeout_even_if_the_program_ended(sandbox):
    code = "import time\nwhile time.process_time() < 0.3: pass\nprint('done')"
    (outcome,) = sandbox.run(code, [b""], limits=Limits(cpu_s=0.2))
    assert outcome.ended == "timeout"
    assert 0.3 <= outcome.cpu_s < 0.6


def test_compiling_is_limited_too(sandbox):
    (outcome,) = sandbox.run("x += 1\n" * 400_000, [b"", b""], limits=Limits(wall_s=0.5, memory_bytes=1024 * MIB))
    assert outcome.ended == "timeout"


def test_a_program_is_a_script_with_standard_streams(sandbox):
    code = "import sys\nprint(__name__, sys.argv, sys.stdin.encoding, sys.stdout.encoding, sys.getrecursionlimit())"
    assert output(sandbox, code) == b"__main__ ['main.py'] utf-8 utf-8 1000\n"
    assert (
        output(sandbox, "import __main__, pickle\nclass A: pass\nprint(pickle.loads(pickle.dumps(A)) is A)")
        == b"True\n"
    )
    assert output(sandbox, "print([*open(0)], end='')", b"a\nb") == b"['a\\n', 'b']"


def test_large_inputs_and_any_bytes_arrive_whole(sandbox):
    given = bytes(range(256)) * (4 * MIB // 256)
    code = "import sys, hashlib\nprint(hashlib.sha256(sys.stdin.buffer.read()).hexdigest())"
    assert output(sandbox, code, given).decode().strip() == hashlib.sha256(given).hexdigest()


def test_text_beyond_ascii_passes(sandbox):
    assert output(sandbox, ECHO, "Grüße, 世界 🎉\n".encode()) == "Grüße, 世界 🎉\n".encode()
    assert output(sandbox, "größe = 'ß'\nprint(größe)") == "ß\n".encode()
    assert output(sandbox, "\ufeffprint(1)") == b"1\n"
    assert sandbox.run("class Ошибка(Exception): pass\nraise Ошибка", [b""])[0].exception == "Ошибка"


def test_recursion_goes_as_deep_as_in_an_interpreter_of_its_own(sandbox):
    code = "def f(n):\n    try:\n        return f(n + 1)\n    except RecursionError:\n        return n\nprint(f(1))"
    alone = subprocess.run([sys.executable, "-"], input=code.encode(), capture_output=True, check=True).stdout
    assert abs(int(output(sandbox, code)) - int(alone)) <= 2


def test_threads_are_waited_for_and_output_is_flushed(sandbox):
    code = "import threading, time, atexit\natexit.register(print, 'end')\n"
    code += "threading.Thread(target=lambda: (time.sleep(0.05), print('thread'))).start()\nprint('main')"
    assert output(sandbox, code) == b"main\nthread\nend\n"


def test_a_large_stack_can_be_asked_for(sandbox):
    code = "import sys, threading\nsys.setrecursionlimit(10**6)\nthreading.stack_size(64 << 20)\n"
    code += "def f(n):\n    return n and 1 + f(n - 1)\nt = threading.Thread(target=lambda: print(f(20000)))\nt.start()"
    assert output(sandbox, code) == b"20000\n"


def test_runs_know_nothing_of_each_other(sandbox):
    code = "import os, builtins, random\nprint(os.listdir(), hasattr(builtins, 'mark'), random.random())\n"
    code += "open('mark', 'w').close()\nbuiltins.mark = 1\nrandom.seed(7)"
    first, second = sandbox.run(code, [b"", b""])
    assert first.output == second.output == sandbox.run(code, [b""])[0].output
    assert first.output.startswith(b"[] False ")


def test_sets_and_chance_are_the_same_in_every_server(sandbox):
    code = "import random\nprint({*'abcdefgh'}, random.random(), hash('a'))"
    with Sandbox() as another:
        assert output(another, code) == output(sandbox, code)


def test_chance_follows_the_seed(sandbox):
    code = "import random\nprint(random.random())"
    found = [sandbox.run(code, [b"", b""], seed=seed) for seed in (0, 1, 1)]
    first, second, third = ({outcome.output for outcome in outcomes} for outcomes in found)
    assert first != second == third
    assert (len(first), len(second)) == (1, 1)


@pytest.mark.parametrize(("name", "status", "ended"), [("exit", 0, "finished"), ("quit", 1, "exception")])
def test_the_interactive_ways_to_exit_are_there(sandbox, name, status, ended):
    (outcome,) = sandbox.run(f"print('said')\n{name}({status})\nprint('more')", [b""])
    assert (outcome.ended, outcome.output) == (ended, b"said\n")


def test_a_server_keeps_one_file_system_however_many_were_used():
    before = descendants()
    with Sandbox() as own:
        for _ in range(5):
            own.run("open('file', 'wb').write(bytes(1 << 20))", [b"", b""])
        server = max(descendants() - before)
        mounts = Path(f"/proc/{server}/mountinfo").read_text().split()
    assert mounts.count("/box") == 1


def test_permissions_of_the_directory_do_not_outlast_a_run(sandbox):
    code = "import os\nprint(oct(os.stat('.').st_mode))\ntry:\n    os.chmod('.', 0)\nexcept OSError:\n    pass"
    assert {outcome.output for outcome in sandbox.run(code, [b"", b""])} == {b"0o41777\n"}


def test_a_runner_needs_no_memory_of_the_program(sandbox):
    outcomes = sandbox.run("print('y' * 1_000_000)", [b"", b"", b""], limits=Limits(memory_bytes=32 * MIB))
    assert [outcome.ended for outcome in outcomes] == ["finished"] * 3


def test_files_of_its_own_are_limited_all_together(sandbox):
    code = "for name in 'abc':\n    open(name, 'wb').write(bytes(1 << 20))\nprint(len(open('c', 'rb').read()))"
    assert output(sandbox, code, disk_bytes=4 * MIB) == b"1048576\n"
    (outcome,) = sandbox.run(code, [b""], limits=Limits(disk_bytes=2 * MIB))
    assert outcome[:2] == ("exception", "OSError")


def test_as_many_threads_as_allowed_and_no_more(sandbox):
    code = "import threading, time\nfor n in range({}):\n    threading.Thread(target=time.sleep, args=(0.1,)).start()"
    assert sandbox.run(code.format(3), [b""], limits=Limits(processes=4))[0].ended == "finished"
    assert sandbox.run(code.format(4), [b""], limits=Limits(processes=4))[0][:2] == ("exception", "RuntimeError")


def descendants():
    return {child.pid for child in psutil.Process().children(recursive=True)}


@pytest.mark.parametrize("victim", [min, max])
def test_a_server_that_is_killed_is_replaced(victim):
    before = descendants()
    with Sandbox() as own:
        output(own, "print(1)")
        psutil.Process(victim(descendants() - before)).kill()
        assert output(own, "print(2)") == b"2\n"


def test_a_program_whose_server_dies_twice_is_killed():
    before, done = descendants(), threading.Event()

    def kill_servers():
        while not done.wait(0.05):
            for process in psutil.Process().children():
                # server, runner and program
                if process.pid not in before and len(process.children(recursive=True)) == 3:
                    process.kill()

    with Sandbox() as own:
        killer = threading.Thread(target=kill_servers)
        killer.start()
        try:
            outcomes = own.run("import time\ntime.sleep(3)", [b"", b""])
        finally:
            done.set()
            killer.join()
        assert outcomes == [Outcome("killed", "SIGKILL", b"", 0.0)]
        assert output(own, "print(1)") == b"1\n"


@pytest.mark.parametrize("limits", [Limits(output_bytes=3), Limits(open_files=1 << 40)])
def test_limits_that_no_program_can_run_under_are_named_at_once(limits):
    before = descendants()
    with (
        pytest.raises(SandboxError, match=f"harmless program.*output_bytes={limits.output_bytes},.*ulimit"),
        Sandbox(limits),
    ):
        pass
    assert descendants() == before


def test_closing_ends_every_process():
    before = descendants()
    with Sandbox() as own:
        output(own, "print(1)")
        assert len(descendants() - before) == 2
    assert descendants() == before


def test_the_server_ends_with_the_process_that_started_it():
    code = (
        "import time, psutil\nfrom codegraft.programs.sandbox import Sandbox\nbox = Sandbox()\nbox.run('1', [b''])\n"
        "print(*[child.pid for child in psutil.Process().children(recursive=True)], flush=True)\ntime.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as process:
        servers = [int(pid) for pid in process.stdout.readline().split()]
        process.kill()
    assert len(servers) == 2
    deadline = time.monotonic() + 5
    while any(psutil.pid_exists(pid) for pid in servers) and time.monotonic() < deadline:
        time.sleep(0.01)
    assert not [pid for pid in servers if psutil.pid_exists(pid)]


def test_an_interrupted_run_leaves_nothing_for_the_next():
    def interrupt(number, frame):
        raise KeyboardInterrupt

    with Sandbox() as own:
        output(own, "print(1)")
        previous = signal.signal(signal.SIGALRM, interrupt)
        signal.setitimer(signal.ITIMER_REAL, 0.2)
        try:
            with pytest.raises(KeyboardInterrupt):
                own.run("import time\ntime.sleep(1)\nprint('late')", [b""])
        finally:
            signal.signal(signal.SIGALRM, previous)
        assert output(own, "print('next')") == b"next\n"
