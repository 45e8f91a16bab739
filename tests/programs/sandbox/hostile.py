"""Programs that try to break out, to break something, or to cheat; and how each of them has to end.

``CANARY`` stands for the path of a file outside that everybody may write, ``ANSWERS`` for one with a test's expected
output, ``PROJECT`` for the folder of this project's sources, ``AT_HOME`` for a file in the user's home directory, and
``SERVER`` for the id of the server's process.
"""

from typing import NamedTuple


class Hostile(NamedTuple):
    code: str
    ended: str
    exception: str = ""


FORK_BOMB = """
import os
while True:
    os.fork()
"""
STUBBORN_FORK_BOMB = """
import os
made = 0
for _ in range(1000):
    try:
        made += os.fork() == 0
    except OSError:
        pass
raise SystemExit(made)
"""
THREAD_BOMB = """
import threading, time
threading.stack_size(32768)
while True:
    threading.Thread(target=time.sleep, args=(60,), daemon=True).start()
"""
MEMORY_IN_MANY_PLACES = """
import mmap, socket, os
kept = []
while True:
    kept.append(mmap.mmap(-1, 1 << 24))
    kept[-1].write(bytes(1 << 24))
"""
MEMORY_OUTSIDE_OF_LIMITS = """
import os
kept = []
while True:
    kept.append(os.memfd_create("more"))
    os.write(kept[-1], bytes(1 << 20))
"""
STUBBORN_MEMORY = """
kept = []
while True:
    try:
        kept.append(bytearray(1 << 20))
    except MemoryError:
        pass
"""
IGNORES_SIGNALS = """
import signal
for number in set(signal.Signals) - {signal.SIGKILL, signal.SIGSTOP}:
    signal.signal(number, signal.SIG_IGN)
while True:
    pass
"""
ESCAPES = """
import os, time
if os.fork():
    os._exit(0)
os.setsid()
if os.fork():
    os._exit(0)
while True:
    open(CANARY, "w").write("escaped")
    time.sleep(0.01)
"""
WRITES_EVERYWHERE = """
import os
written = []
for folder, folders, files in os.walk("/"):
    del folders[8:]
    for path in [os.path.join(folder, "new"), *(os.path.join(folder, file) for file in files[:2])]:
        try:
            open(path, "ab").close()
            written.append(path)
        except OSError:
            pass
if elsewhere := {os.path.dirname(path) for path in written} - {"/box", "/dev"}:
    raise SystemExit(str(elsewhere))
"""
SYMLINK = """
import os
os.symlink(CANARY, "link")
open("link", "w").write("changed")
"""
FILLS_THE_DISK = """
number = 0
while True:
    open(str(number), "wb").write(bytes(1 << 20))
    number += 1
"""
MANY_FILES = """
number = 0
while True:
    open(str(number), "wb").close()
    number += 1
"""
SEARCHES = """
import os
for folder, folders, files in os.walk("/"):
    if "lib" in folder:
        folders.clear()
    for file in files:
        if file.startswith("answers"):
            print(open(os.path.join(folder, file)).read())
            raise SystemExit("found")
"""
SIGNALS_EVERYBODY = """
import os, signal
for pid in [os.getppid(), SERVER, *range(2, 3000)]:
    for number in (signal.SIGTERM, signal.SIGKILL):
        if pid != os.getpid():
            try:
                os.kill(pid, number)
            except (ProcessLookupError, PermissionError):
                pass
os.kill(-1, signal.SIGKILL)
"""
CLOSES_EVERYTHING = """
import os, time
os.closerange(0, 4096)
time.sleep(60)
"""
WRITES_TO_EVERY_DESCRIPTOR = """
import os
for handle in range(2, 4096):
    try:
        os.write(handle, b"\\xff\\x00finished" * 100)
    except OSError:
        pass
raise ValueError
"""
FORGES_ITS_REPORT = """
import os
os.write(3, b"MemoryError")
os._exit(1)
"""
UNSHARES = """
import ctypes, os
libc = ctypes.CDLL(None, use_errno=True)
for flags in (0x10000000, 0x20000000, 0x00020000):
    if libc.unshare(flags) == 0:
        raise SystemExit("a namespace of its own")
if libc.ptrace(16, 1, 0, 0) == 0:
    raise SystemExit("traces the runner")
if libc.mount(b"none", b"/box", b"tmpfs", 0, 0) == 0:
    raise SystemExit("mounts")
if libc.syscall(0x40000000 + 57) > 0:
    raise SystemExit("forks by another number")
"""
RAISES_ITS_LIMITS = """
import resource
for kind in (resource.RLIMIT_AS, resource.RLIMIT_CPU, resource.RLIMIT_NOFILE, resource.RLIMIT_FSIZE):
    soft, hard = resource.getrlimit(kind)
    try:
        resource.setrlimit(kind, (hard + 1, hard + 1))
        raise SystemExit(kind)
    except (ValueError, OSError):
        pass
"""
LIES_ABOUT_ITS_CLASS = """
class Meta(type):
    __name__ = property(lambda self: 1 / 0)
class Odd(Exception, metaclass=Meta):
    pass
raise Odd
"""
BREAKS_ITS_OUTPUT = """
import sys
class Odd:
    closed = False
    def __getattr__(self, name):
        raise KeyError(name)
print("said")
sys.stdout.flush()
sys.stdout = Odd()
"""
REGULAR_EXPRESSION = """
import re
re.match("(a+)+$", "a" * 60 + "b")
"""
STACK_OVERFLOW = """
import sys, threading
class Deep:
    def __repr__(self):
        return repr([self])
sys.setrecursionlimit(10**9)
threading.stack_size(1 << 19)
threading.Thread(target=repr, args=(Deep(),)).start()
"""

OWNS_A_DESCRIPTOR = """
import fcntl, os
fcntl.fcntl(os.pipe()[0], fcntl.F_SETOWN, os.getppid())
"""
LIMITS_ITS_PARENT = """
import os, resource
resource.prlimit(os.getppid(), resource.RLIMIT_NOFILE, (0, 0))
"""
HOSTILE = {
    "fork bomb": Hostile(FORK_BOMB, "exception", "BlockingIOError"),
    "fork bomb that goes on": Hostile(STUBBORN_FORK_BOMB, "finished"),
    "thread bomb": Hostile(THREAD_BOMB, "exception", "RuntimeError"),
    "memory bomb": Hostile("x = [0]\nwhile True:\n    x += x", "memory", "MemoryError"),
    "memory bomb that goes on": Hostile(STUBBORN_MEMORY, "timeout"),
    "memory by mmap": Hostile(MEMORY_IN_MANY_PLACES, "exception", "OSError"),
    "memory in files without names": Hostile(MEMORY_OUTSIDE_OF_LIMITS, "exception", "PermissionError"),
    "huge integer": Hostile("10**10**9", "timeout"),
    "endless output": Hostile("while True:\n    print('more')", "output"),
    "sleeps forever": Hostile("import time\ntime.sleep(10**6)", "timeout"),
    "waits for more input": Hostile("import signal\nsignal.pause()", "timeout"),
    "ignores signals": Hostile(IGNORES_SIGNALS, "timeout"),
    "pathological regular expression": Hostile(REGULAR_EXPRESSION, "timeout"),
    "double fork and setsid": Hostile(ESCAPES, "exception", "BlockingIOError"),
    "writes a file outside": Hostile("open(CANARY, 'w').write('changed')", "exception", "FileNotFoundError"),
    "writes wherever it can": Hostile(WRITES_EVERYWHERE, "finished"),
    "symbolic link out": Hostile(SYMLINK, "exception", "FileNotFoundError"),
    "fills the disk": Hostile(FILLS_THE_DISK, "exception", "OSError"),
    "many files": Hostile(MANY_FILES, "exception", "OSError"),
    "one big file": Hostile("open('big', 'wb').write(bytes(1 << 25))", "exception", "OSError"),
    "changes the answers": Hostile("open(ANSWERS, 'w').write('1')", "exception", "FileNotFoundError"),
    "prints the answers": Hostile("print(open(ANSWERS).read())", "exception", "FileNotFoundError"),
    "searches for the answers": Hostile(SEARCHES, "finished"),
    "changes its input": Hostile("import os\nos.write(0, b'1')", "exception", "PermissionError"),
    "reads the home directory": Hostile("open(AT_HOME)", "exception", "FileNotFoundError"),
    "reads the passwords": Hostile("print(open('/etc/passwd').read())", "exception", "FileNotFoundError"),
    "reads /proc": Hostile("import os\nos.listdir('/proc')", "exception", "FileNotFoundError"),
    "reads the environment": Hostile("import os\nprint(os.environ['HOME'])", "exception", "KeyError"),
    "imports from the project": Hostile(
        "import sys\nsys.path.insert(0, PROJECT)\nimport codegraft", "exception", "ModuleNotFoundError"
    ),
    "imports the server": Hostile("import server", "exception", "ModuleNotFoundError"),
    "connects to this machine": Hostile(
        "import socket\nsocket.create_connection(('127.0.0.1', 22), 1)", "exception", "PermissionError"
    ),
    "sends a datagram": Hostile(
        "import socket\nsocket.socket(socket.AF_INET, socket.SOCK_DGRAM)", "exception", "PermissionError"
    ),
    "abstract socket": Hostile("import socket\nsocket.socket(socket.AF_UNIX)", "exception", "PermissionError"),
    "kills its parent": Hostile("import os\nos.kill(os.getppid(), 9)", "exception", "PermissionError"),
    "kills everybody": Hostile("import os\nos.kill(-1, 9)", "exception", "ProcessLookupError"),
    "kills its group": Hostile("import os\nos.kill(0, 9)", "killed", "SIGKILL"),
    "signals through a descriptor": Hostile(OWNS_A_DESCRIPTOR, "exception", "PermissionError"),
    "limits its parent": Hostile(LIMITS_ITS_PARENT, "exception", "PermissionError"),
    "slows its user down": Hostile("import os\nos.setpriority(os.PRIO_USER, 0, 5)", "exception", "PermissionError"),
    "binds its parent": Hostile("import os\nos.sched_setaffinity(os.getppid(), {0})", "exception", "PermissionError"),
    "signals every process": Hostile(SIGNALS_EVERYBODY, "exception", "ProcessLookupError"),
    "kills itself": Hostile("import os, signal\nos.kill(os.getpid(), signal.SIGKILL)", "killed", "SIGKILL"),
    "stops itself": Hostile("import os, signal\nos.kill(os.getpid(), signal.SIGSTOP)", "timeout"),
    "crashes by ctypes": Hostile("import ctypes\nctypes.string_at(0)", "killed", "SIGSEGV"),
    "aborts": Hostile("import os\nos.abort()", "killed", "SIGABRT"),
    "deep recursion": Hostile("def f():\n    f()\nf()", "exception", "RecursionError"),
    "overflows the stack": Hostile(STACK_OVERFLOW, "killed", "SIGSEGV"),
    "executes a shell": Hostile("import os\nos.execv('/bin/sh', ['sh', '-c', 'true'])", "exception", "PermissionError"),
    "starts a process": Hostile("import subprocess\nsubprocess.run(['/bin/true'])", "exception", "BlockingIOError"),
    "namespaces, mounts and tracing": Hostile(UNSHARES, "finished"),
    "raises its limits": Hostile(RAISES_ITS_LIMITS, "finished"),
    "closes all descriptors": Hostile(CLOSES_EVERYTHING, "timeout"),
    "writes to every descriptor": Hostile(WRITES_TO_EVERY_DESCRIPTOR, "exception", "Exception"),
    "claims another end": Hostile(FORGES_ITS_REPORT, "memory", "MemoryError"),
    "leaves without a word": Hostile("import os\nos._exit(0)", "finished"),
    "exits with a status": Hostile("import os\nos._exit(7)", "exception", "SystemExit"),
    "class without a name": Hostile(LIES_ABOUT_ITS_CLASS, "exception", "SystemExit"),
    "breaks its own output": Hostile(BREAKS_ITS_OUTPUT, "exception", "SystemExit"),
    "output that is no text": Hostile("import sys\nsys.stdout.buffer.write(b'\\xff\\x00')", "finished"),
    "nested parentheses": Hostile("(" * 100_000, "syntax", "SyntaxError"),
    "nested operators": Hostile("x = " + "-" * 100_000 + "1", "memory", "MemoryError"),
    "nested blocks": Hostile("".join(" " * n + "if 1:\n" for n in range(1000)), "syntax", "IndentationError"),
    "constants to fold": Hostile("x = (((1 << 99) ** 99) ** 99) ** 99\n" * 20_000, "memory", "MemoryError"),
    "null byte": Hostile("print(1)\0", "syntax", "SyntaxError"),
    "lone surrogate": Hostile("print('\ud800')", "syntax", "SyntaxError"),
}
