"""Connecting to PostgreSQL: which one, in one transaction, with errors that a person can act on."""

import os
import re
import signal
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Final
from urllib.parse import quote

import psycopg2
from psycopg2 import extensions

from codegraft.errors import DatabaseError
from codegraft.params import is_ours, load_params
from codegraft.snapshot.postgres.dsn import Database, database_from_environment, parse_database_url
from codegraft.snapshot.postgres.server import embedded_server

__all__ = ["Database", "connect", "database_from_environment", "open_database", "parse_database_url"]

DEFAULTS: Final = {
    "application_name": "codegraft",
    "connect_timeout": "10",
    # A peer that vanished is noticed within a minute instead of two hours.
    "keepalives_idle": "30",
    "keepalives_interval": "10",
    "keepalives_count": "3",
}
"""Connection parameters where the user named none."""

_RUN_INGEST = "run `codegraft snapshot ingest`, or check ?schema= in the connection string"
_ADVICE_BY_CODE: Final = {
    "3F000": f"the schema is not there: {_RUN_INGEST}",
    "42P01": f"a table is not there: {_RUN_INGEST}",
    "42703": "a column is not there: these tables are of another version",
    "42501": "the user lacks a right: GRANT it, or connect as another user",
    "57014": "the statement was cancelled: it ran into a timeout, or somebody cancelled it",
    "53100": "the server's disk is full: free some space there",
    "25006": "the session is read-only: exporting never writes; to load a snapshot connect to the primary server",
    "22P05": "the database's encoding is not UTF8: create it with ENCODING 'UTF8'",
}
_ADVICE_BY_TEXT: Final = (
    ("password|authentication|pg_hba", "the server refused the user: check name, password and pg_hba.conf"),
    ('database ".*" does not exist', "the database is not there: check its name, or create it"),
    ('role ".*" does not exist', "the user is not there: check its name"),
    ("refused|No such file|timeout expired|unreachable", "nothing answers there: check host and port"),
    ("could not translate host name", "the host name is not known: check it"),
    ("too many clients|remaining connection slots", "all connections are taken: try again later"),
    ("starting up|shutting down|recovery", "the server is starting or stopping: try again in a moment"),
    ("SSL|certificate", "the encrypted connection failed: check sslmode and sslrootcert"),
    ("closed the connection|terminating connection|could not (receive|send)|Connection reset|already closed"
        "|no message from the libpq",
     "the connection was lost: see the server's log, then try again"),
)  # fmt: skip


@contextmanager
def open_database(choice: str | None = None, *, create: bool = True) -> Iterator[Database]:
    """The database that the user chose, running for as long as the context lasts.

    Args:
        choice: ``embedded`` for our own server, ``env`` for ``DATABASE_URL`` or ``DB_*``, or a connection string. None
            asks ``snapshot.database`` of the current directory's params.yaml, and where that file is absent or
            another project's means ``embedded``. Variables that merely happen to be set change nothing.
        create: make the embedded server's files where there are none yet; readers say False.

    Raises:
        DatabaseError: the choice is none of these, or the embedded server is not there or does not start.
        ParamsError: params.yaml is ours but not valid.
    """
    if choice is None:
        choice = load_params().snapshot.database if is_ours() else "embedded"
    if choice == "embedded":
        with embedded_server(create=create) as database:
            yield database
    elif choice == "env":
        yield database_from_environment(os.environ)
    elif "=" in choice or "://" in choice:
        yield parse_database_url(choice)
    else:
        # A misspelt connection string may hold a password: it is not quoted.
        raise DatabaseError("the database chosen is none of: embedded, env, postgresql://..., host=... dbname=...")


@contextmanager
def connect(
    database: Database, *, read_only: bool, statement_timeout_s: float | None = None
) -> Iterator[extensions.connection]:
    """A connection in one transaction: committed on success, rolled back on any error, always closed.

    Args:
        database: where to connect.
        read_only: True gives ``REPEATABLE READ READ ONLY``, one unchanging view for all statements; False gives
            ``READ COMMITTED READ WRITE``.
        statement_timeout_s: longest time for one statement in seconds; the server's own setting by default.

    Raises:
        DatabaseError: connecting failed, or PostgreSQL refused a statement of the body.
    """
    parameters = DEFAULTS | dict(database.parameters) | {"client_encoding": "UTF8"}
    try:
        connection = psycopg2.connect(extensions.make_dsn(**parameters))
    except psycopg2.Error as error:
        raise _explained(error, database) from None
    try:
        with _interruptible(connection):
            _begin(connection, read_only, statement_timeout_s)
            yield connection
            connection.commit()
    except psycopg2.Error as error:
        raise _explained(error, database) from None
    finally:
        connection.close()  # which discards what was not committed


def _begin(connection: extensions.connection, read_only: bool, statement_timeout_s: float | None) -> None:
    level = extensions.ISOLATION_LEVEL_REPEATABLE_READ if read_only else extensions.ISOLATION_LEVEL_READ_COMMITTED
    connection.set_session(isolation_level=level, readonly=read_only)
    if statement_timeout_s is not None:
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL statement_timeout = %s", (max(1, round(statement_timeout_s * 1000)),))


@contextmanager
def _interruptible(connection: extensions.connection) -> Iterator[None]:
    """Let Ctrl-C cancel the running statement.

    psycopg2 waits for the server in C, where Python's signal handlers do not run. The interpreter's wake-up socket is
    written to at once, so a thread that reads it can cancel; the handler then runs as the statement returns.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    reader, writer = socket.socketpair()
    writer.setblocking(False)
    watcher = threading.Thread(target=_cancel_on_interrupt, args=(reader, connection), daemon=True)
    watcher.start()
    previous = signal.set_wakeup_fd(writer.fileno(), warn_on_full_buffer=False)
    try:
        yield
    finally:
        signal.set_wakeup_fd(previous)
        writer.close()
        watcher.join()
        reader.close()


def _cancel_on_interrupt(reader: socket.socket, connection: extensions.connection) -> None:
    while received := reader.recv(64):
        if signal.SIGINT in received:
            with suppress(psycopg2.Error):  # the connection is gone: nothing is left to cancel
                connection.cancel()


def _explained(error: psycopg2.Error, database: Database) -> DatabaseError:
    """What went wrong, where, and what to do; without the password, which libpq may quote."""
    text = str(error).strip() or type(error).__name__
    advice = _ADVICE_BY_CODE.get(error.pgcode or "")
    if advice is None:
        advice = next((say for pattern, say in _ADVICE_BY_TEXT if re.search(pattern, text, re.IGNORECASE)), None)
    message = f"{database}: {advice or 'PostgreSQL refused'}\n{_without_password(text, database)}"
    return DatabaseError(message)


def _without_password(text: str, database: Database) -> str:
    for key in ("password", "sslpassword"):
        if secret := database.parameters.get(key):
            for spelling in {secret, quote(secret), quote(secret, safe="")}:
                text = text.replace(spelling, "***")
    return text
