"""Fixtures that many tests share: one PostgreSQL for the whole run, one schema for each test."""

import dataclasses
import signal
import uuid
from collections.abc import Iterator

import pytest
from hypothesis import settings
from psycopg2 import sql

from codegraft.snapshot.postgres.database import connect
from codegraft.snapshot.postgres.dsn import Database
from codegraft.snapshot.postgres.server import embedded_server

# The same examples on every machine, and no clock: these machines are shared.
settings.register_profile("codegraft", deadline=None, derandomize=True)
settings.load_profile("codegraft")

# A shell that starts the tests in the background makes them, and every process they start, deaf to Ctrl-C, which
# several tests send.
signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """The embedded server, running for as long as the test run."""
    with embedded_server(tmp_path_factory.mktemp("postgres")) as database:
        yield database


@pytest.fixture
def database(postgres: Database) -> Iterator[Database]:
    """A schema of the test's own, which does not exist yet and is dropped afterwards."""
    own = dataclasses.replace(postgres, schema=f"Test_{uuid.uuid4().hex}")
    yield own
    with connect(postgres, read_only=False) as connection, connection.cursor() as cursor:
        cursor.execute(sql.SQL("DROP SCHEMA IF EXISTS {} CASCADE").format(sql.Identifier(own.schema)))
