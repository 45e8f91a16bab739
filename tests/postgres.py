"""A PostgreSQL server on loopback TCP with a password: what the embedded one is not, for tests and benchmarks."""

import shlex
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import psutil

from codegraft.snapshot.postgres.binaries import postgres_command
from codegraft.snapshot.postgres.dsn import Database
from codegraft.snapshot.postgres.server import SETTINGS


@dataclass(frozen=True)
class TcpServer:
    """A running server of the wheel's PostgreSQL, for the user ``tester``, who is its superuser."""

    directory: Path
    port: int
    password: str

    @property
    def database(self) -> Database:
        return Database(
            {
                "host": "127.0.0.1",
                "port": str(self.port),
                "dbname": "postgres",
                "user": "tester",
                "password": self.password,
            },
            label="test server",
        )

    def kill(self) -> None:
        """Take the server away as a power cut would: every process of it at once."""
        postmaster = psutil.Process(int((self.directory / "data" / "postmaster.pid").read_text().split()[0]))
        for process in [postmaster, *postmaster.children()]:
            with suppress(psutil.NoSuchProcess):
                process.kill()
        postmaster.wait(10)


@contextmanager
def tcp_server(directory: Path, password: str, settings: dict[str, str] | None = None) -> Iterator[TcpServer]:
    """Start a server on a free port of 127.0.0.1 that asks for ``password`` (SCRAM); stop it at the end.

    Args:
        directory: an existing directory that receives data and log.
        password: of the only user, ``tester``.
        settings: server settings above those of the embedded server.
    """
    password_file = directory / "password"
    password_file.write_text(password + "\n")
    options = ("--auth=scram-sha-256", f"--pwfile={password_file}", "--encoding=UTF8", "--locale=C", "--no-sync")
    _run(directory, "initdb", "-D", str(directory / "data"), "-U", "tester", *options)
    port = free_port()
    chosen = SETTINGS | {"listen_addresses": "127.0.0.1", "port": str(port), "unix_socket_directories": ""}
    arguments = shlex.join(
        part for key, value in (chosen | (settings or {})).items() for part in ("-c", f"{key}={value}")
    )
    _run(directory, "pg_ctl", "start", "-w", "-D", str(directory / "data"), "-o", arguments)
    try:
        yield TcpServer(directory, port, password)
    finally:
        with suppress(subprocess.CalledProcessError):  # a test may have killed it
            _run(directory, "pg_ctl", "stop", "-w", "-m", "immediate", "-D", str(directory / "data"))


def _run(directory: Path, binary: str, *arguments: str) -> None:
    with (directory / "log").open("ab") as log:
        subprocess.run(
            postgres_command(binary, *arguments), check=True, stdin=subprocess.DEVNULL, stdout=log, stderr=log
        )


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
