"""Choosing, connecting to and losing a database."""

import signal
import socket
import subprocess
import sys
import time
import traceback
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from psycopg2 import extensions, sql

from codegraft.errors import DatabaseError, ParamsError
from codegraft.snapshot.postgres.database import (
    Database,
    connect,
    database_from_environment,
    open_database,
    parse_database_url,
)
from tests.postgres import TcpServer, free_port, tcp_server

SECRET = "s3cret/p@ss word"
SECRET_IN_URL = "s3cret%2Fp%40ss%20word"


def read_one(database: Database, statement: str) -> object:
    with connect(database, read_only=True) as connection, connection.cursor() as cursor:
        cursor.execute(statement)
        ((value,),) = cursor
        return value


def whole_text(error: BaseException) -> str:
    return "".join(traceback.format_exception(error)) + repr(error)


class TestUrls:
    def test_every_part_reaches_libpq(self):
        database = parse_database_url(f"postgres://jane:{SECRET_IN_URL}@db.example:5433/code?sslmode=require")
        assert database.parameters == {
            "user": "jane",
            "password": SECRET,
            "host": "db.example",
            "port": "5433",
            "dbname": "code",
            "sslmode": "require",
        }
        assert database.schema == "public"

    @pytest.mark.parametrize(
        ("url", "host", "port"),
        [
            ("postgresql://u@[::1]:5433/d", "::1", "5433"),
            ("postgresql://u@a:1,b:2/d?target_session_attrs=any", "a,b", "1,2"),
            ("postgresql://u:p@localhost/d?host=/var/run/postgresql", "/var/run/postgresql", None),
            ("postgresql://u@%2Fvar%2Frun/d", "/var/run", None),
            ("postgresql:///d?host=/var/run&user=u", "/var/run", None),
            (" postgres://u@h/d\n", "h", None),
        ],
    )
    def test_addresses_of_all_shapes_are_understood(self, url: str, host: str, port: str | None):
        parameters = parse_database_url(url).parameters
        assert (parameters["host"], parameters.get("port")) == (host, port)

    @pytest.mark.parametrize(
        "extra",
        [
            "connection_limit=5",
            "pgbouncer=true",
            "pool_timeout=0",
            "socket_timeout=3",
            "statement_cache_size=0",
            "max_connection_lifetime=1",
            "max_idle_connection_lifetime=1",
            "single_use_connections=true",
            "sslidentity=client.p12",
            "sslidentity=client.p12&sslpassword=hidden",
            "sslaccept=accept_invalid_certs",
        ],
    )
    def test_what_only_prisma_knows_is_dropped(self, extra: str):
        assert parse_database_url(f"postgresql://u@h/d?{extra}") == parse_database_url("postgresql://u@h/d")
        assert parse_database_url(f"user=u host=h dbname=d {extra.replace('&', ' ')}").parameters.keys() == {
            "user",
            "host",
            "dbname",
        }

    def test_prismas_strict_certificates_stay_strict(self):
        parameters = parse_database_url("postgresql://h/d?sslmode=require&sslaccept=strict&sslcert=ca.pem").parameters
        assert (parameters["sslmode"], parameters["sslrootcert"]) == ("verify-full", "ca.pem")
        assert "sslcert" not in parameters
        assert parse_database_url("postgresql://h/d?sslaccept=strict").parameters["sslrootcert"] == "system"

    def test_libpqs_own_client_certificate_is_passed_on(self):
        parameters = parse_database_url("postgresql://h/d?sslcert=me.crt&sslkey=me.key&sslpassword=x").parameters
        assert (parameters["sslcert"], parameters["sslkey"], parameters["sslpassword"]) == ("me.crt", "me.key", "x")

    def test_ssl_true_of_jdbc_means_require(self):
        assert parse_database_url("postgresql://h/d?ssl=true").parameters == {
            "host": "h",
            "dbname": "d",
            "sslmode": "require",
        }

    @pytest.mark.parametrize("url", ["postgresql://h/d?colour=red", "host=h colour=red", "postgresql://h/d?Host=x"])
    def test_unknown_parameter_is_named(self, url: str):
        with pytest.raises(DatabaseError, match=r"'colour'|'Host'"):
            parse_database_url(url)

    @pytest.mark.parametrize(
        "url",
        [
            "mysql://u:topsecret@h/d",
            "postgresql://u:top@secret@h/d",
            "postgresql://u:top/secret@h/d",
            "postgresql://u:top?secret@h/d",
            "postgresql://u:topsecret",
            "postgresql://u:top%secret@h/d",
            "postgresql://u:topsecret@h:port/d",
            "postgresql://u:topsecret@[::1/d",
            "postgresql://u:topsecret@h/d?schema=%zz",
            "postgresql://u:topsecret@h/d?schema=%ff",
            "postgresql://u:topsecret@h/d?schema=a%00b",
            "postgresql://u:topsecret@h/d\0",
            "host=h password=top secret",
            "host=h password='topsecret",
            "host=h pasword=topsecret",
            "host=h,password=topsecret",
            "host=h;password=topsecret user=u",
            "host=u:topsecret@h dbname=d",
            "user=u dbname=postgresql://u:topsecret@h/d",
            "host=h password=top secret=x",
            "host=h schema=S;password=topsecret",
            "postgresql://h/d?user=u;password=topsecret",
            "postgresql://h/d?user=u?password=topsecret",
            "postgresql://h/d?password=top&secret",
            "postgresql://h/d?pasword=topsecret",
            "postgresql://h/d?schema=S;password=topsecret",
            "postgresql://u:topsecret:h/d",
        ],
    )
    def test_malformed_strings_are_refused_without_quoting_the_password(self, url: str):
        with pytest.raises(DatabaseError) as caught:
            parse_database_url(url)
        assert "secret" not in whole_text(caught.value)

    @pytest.mark.parametrize(
        "choice",
        [
            "bob:topsecret@localhost/db",
            "postgresql:/bob:topsecret@localhost/db",
            "postgresql:/bob:topsecret@localhost/db?sslmode=require",
            "host=localhost user=bob pasword=topsecret",
            "host=localhost user:bob password=topsecret",
            "password:topsecret",
        ],
    )
    def test_a_misspelt_choice_is_refused_without_quoting_the_password(self, choice: str):
        with pytest.raises(DatabaseError) as caught, open_database(choice):
            pass
        assert "secret" not in whole_text(caught.value)

    @pytest.mark.parametrize(
        "env",
        [
            {"DB_HOST": "postgresql://u:topsecret@h/d"},
            {"DB_HOST": "h", "DB_USER": "u:topsecret@h"},
            {"DB_PORT": "5432;password=topsecret"},
            {"DB_SCHEMA": "S;password=topsecret"},
        ],
    )
    def test_mixed_up_variables_are_refused_without_quoting_the_password(self, env: dict[str, str]):
        with pytest.raises(DatabaseError, match="DB_") as caught:
            database_from_environment(env)
        assert "secret" not in whole_text(caught.value)

    def test_key_value_strings_are_read_as_libpq_reads_them(self):
        text = r"host = h  password='it''s' user=a\ b"
        with pytest.raises(DatabaseError):
            parse_database_url(text)  # libpq escapes a quote by a backslash only
        parameters = parse_database_url(r"host = h  password='it\'s \\ here' user=a\ b schema=Mine").parameters
        assert parameters == {"host": "h", "password": r"it's \ here", "user": "a b"}

    @given(
        st.dictionaries(
            st.sampled_from(["host", "user", "dbname"]),
            st.text(st.characters(exclude_characters="\0=@:", codec="utf-8")),
        ),
        st.text(st.characters(exclude_characters="\0", codec="utf-8")),
    )
    def test_key_value_strings_round_trip(self, parameters: dict[str, str], password: str):
        parameters = parameters | {"password": password}
        assert parse_database_url(extensions.make_dsn(**parameters) or "").parameters == parameters


class TestSchema:
    @pytest.mark.parametrize("name", ["public", "MySchema", "größe", "a-b", "x$1", "S" * 63])
    def test_a_name_is_kept_as_it_is(self, name: str):
        assert parse_database_url(f"postgresql://h/d?schema={name}").schema == name
        assert parse_database_url(f"host=h schema={name}").schema == name

    @pytest.mark.parametrize(
        "query",
        [
            "schema=",
            "schema=a&schema=b",
            "schema=a&schema=a",
            "schema=a,public",
            "schema=public%20-c%20statement_timeout%3D7s",
            "schema=%22;drop%20table%20x",
            "schema=a.b",
            "schema=" + "x" * 64,
            "schema=" + "%C3%BC" * 32,
        ],
    )
    def test_anything_but_one_name_is_refused(self, query: str):
        with pytest.raises(DatabaseError, match="schema"):
            parse_database_url(f"postgresql://h/d?{query}")

    @pytest.mark.postgres
    def test_even_an_unchecked_name_is_only_ever_a_name(self, postgres: Database):
        hostile = Database(postgres.parameters, schema='x"; CREATE TABLE public."Injected" (); --')
        with (
            pytest.raises(DatabaseError, match="is not there: run"),
            connect(hostile, read_only=False) as connection,
        ):
            connection.cursor().execute(sql.SQL("SELECT * FROM {}").format(hostile.table("AstNode")))
        assert read_one(postgres, "SELECT to_regclass('public.\"Injected\"')") is None


class TestChoice:
    def test_environment_prefers_the_url_and_never_mixes(self):
        env = {"DATABASE_URL": "postgresql://a/b?schema=S", "DB_HOST": "other", "DB_PASSWORD": "x"}
        database = database_from_environment(env)
        assert (database.parameters, database.schema) == ({"host": "a", "dbname": "b"}, "S")

    def test_environment_fills_what_is_missing(self):
        database = database_from_environment({"DATABASE_URL": "", "DB_PASSWORD": "p@ss", "DB_SCHEMA": "Mine"})
        assert database.parameters == {
            "host": "localhost",
            "port": "5432",
            "dbname": "postgres",
            "user": "postgres",
            "password": "p@ss",
        }
        assert database.schema == "Mine"

    @pytest.mark.parametrize("env", [{}, {"DATABASE_URL": ""}, {"DB_PORT": "five"}, {"DB_SCHEMA": "a,b"}])
    def test_environment_without_a_database_is_an_error(self, env: dict[str, str]):
        with pytest.raises(DatabaseError, match="DB_"):
            database_from_environment(env)

    def test_a_choice_that_is_no_choice_names_those_that_are(self):
        with pytest.raises(DatabaseError, match="embedded, env, postgresql://"), open_database("postgres"):
            pass

    def test_a_connection_string_is_taken_as_it_is(self):
        with open_database("postgresql://h/d?schema=S") as database:
            assert (database.parameters["host"], database.schema) == ("h", "S")
        with open_database("host=h") as database:
            assert database.parameters == {"host": "h"}

    @pytest.mark.postgres
    def test_a_variable_that_happens_to_be_set_changes_nothing(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.chdir(tmp_path)
        monkeypatch.setenv("DATABASE_URL", "postgresql://127.0.0.1:1/nowhere")
        hostile = {"PGHOSTADDR": "127.0.0.1", "PGPORT": "1", "PGOPTIONS": "-c nonsense=1", "PGSSLMODE": "verify-full"}
        hostile |= {"PGUSER": "x", "PGDATABASE": "x", "PGCHANNELBINDING": "require", "PGREQUIREAUTH": "scram-sha-256"}
        for name, value in hostile.items():
            monkeypatch.setenv(name, value)
        with open_database() as database:
            assert read_one(database, "SELECT current_user") == "codegraft"
        with open_database("env") as database:
            assert database.parameters["port"] == "1"

    def test_params_decide_where_the_caller_does_not(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
        text = Path("params.yaml").read_text().replace("database: embedded ", "database: env ")
        (tmp_path / "params.yaml").write_text(text)
        monkeypatch.chdir(tmp_path)
        monkeypatch.setenv("DATABASE_URL", "postgresql://chosen/d")
        with open_database() as database:
            assert database.parameters["host"] == "chosen"
        (tmp_path / "params.yaml").write_text("sources: 1\nsnapshot: 2\nexport: 3\n")
        with pytest.raises(ParamsError), open_database():
            pass

    @pytest.mark.parametrize("text", ["lr: 0.1\nsnapshot: {database: env}\n", "[1, 2]", "a: [", None])
    def test_params_of_another_project_decide_nothing(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str | None
    ):
        if text is not None:
            (tmp_path / "params.yaml").write_text(text)
        monkeypatch.chdir(tmp_path)
        with pytest.raises(DatabaseError, match="no embedded database here yet"), open_database(create=False):
            pass


class TestSecrecy:
    def test_representations_show_the_place_and_not_the_password(self):
        database = parse_database_url(f"postgresql://jane:{SECRET_IN_URL}@h:5433/code?schema=S")
        for text in (repr(database), str(database), f"{database}", repr([database])):
            assert "s3cret" not in text
            for part in ("'h'", "'5433'", "'code'", "'jane'", "'S'"):
                assert part in text


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TcpServer]:
    with tcp_server(tmp_path_factory.mktemp("tcp"), SECRET, {"log_connections": "all"}) as running:
        yield running


@pytest.mark.postgres
class TestConnecting:
    def url(self, server: TcpServer, *, password: str = SECRET_IN_URL, rest: str = "postgres", user: str = "tester"):
        return parse_database_url(f"postgresql://{user}:{password}@127.0.0.1:{server.port}/{rest}")

    def test_reading_is_one_unchanging_read_only_view(self, server: TcpServer):
        with (
            connect(self.url(server), read_only=True, statement_timeout_s=1.5) as connection,
            connection.cursor() as cursor,
        ):
            names = ("transaction_isolation", "transaction_read_only", "statement_timeout", "application_name")
            settings = ", ".join(f"current_setting('{name}')" for name in names)
            cursor.execute(f"SELECT {settings}, current_setting('client_encoding')")
            assert cursor.fetchone() == ("repeatable read", "on", "1500ms", "codegraft", "UTF8")

    def test_reading_cannot_write(self, server: TcpServer):
        with pytest.raises(DatabaseError, match="read-only"), connect(self.url(server), read_only=True) as connection:
            connection.cursor().execute("CREATE TABLE t ()")

    def test_success_commits_and_any_error_rolls_back(self, server: TcpServer):
        database = self.url(server)
        with connect(database, read_only=False) as connection:
            connection.cursor().execute("CREATE TABLE kept (x int)")
        with pytest.raises(KeyError), connect(database, read_only=False) as connection:
            raise KeyError(connection.cursor().execute("DROP TABLE kept"))
        assert connection.closed
        assert read_one(database, "SELECT to_regclass('kept')::text") == "kept"

    def test_users_own_parameters_win_over_defaults(self, server: TcpServer):
        database = self.url(server, rest="postgres?application_name=mine")
        assert read_one(database, "SELECT current_setting('application_name')") == "mine"

    @pytest.mark.parametrize(
        ("password", "rest", "user", "said"),
        [
            ("wr0ng-s3cret", "postgres", "tester", "check name, password"),
            ("wr0ng-s3cret", "postgres", "nobody-known", "check name, password"),
            (SECRET_IN_URL, "absent", "tester", "check its name, or create it"),
            (SECRET_IN_URL, "postgres?sslmode=require", "tester", "check sslmode"),
            (SECRET_IN_URL, "postgres?sslmode=verify-full&sslrootcert=/absent.pem", "tester", "check sslmode"),
        ],
    )
    def test_refusals_say_what_to_do_and_never_the_password(
        self, server: TcpServer, password: str, rest: str, user: str, said: str
    ):
        database = self.url(server, password=password, rest=rest, user=user)
        with pytest.raises(DatabaseError, match=said) as caught, connect(database, read_only=True):
            pass
        text = whole_text(caught.value)
        assert "s3cret" not in text
        for part in ("127.0.0.1", str(server.port), user, rest.partition("?")[0]):
            assert part in str(caught.value)
        assert "s3cret" not in (server.directory / "log").read_text()

    def test_nothing_listening_is_said_at_once(self):
        database = parse_database_url(f"postgresql://u:{SECRET_IN_URL}@127.0.0.1:{free_port()}/d")
        with pytest.raises(DatabaseError, match="nothing answers there") as caught, connect(database, read_only=True):
            pass
        assert "s3cret" not in whole_text(caught.value)

    def test_unknown_host_is_said(self):
        with (
            pytest.raises(DatabaseError, match="host name is not known"),
            connect(parse_database_url("postgresql://no-such-host.invalid/d"), read_only=True),
        ):
            pass

    def test_a_silent_server_is_given_up(self):
        with socket.create_server(("127.0.0.1", 0)) as silent:
            url = f"postgresql://u@127.0.0.1:{silent.getsockname()[1]}/d?connect_timeout=2"
            with (
                pytest.raises(DatabaseError, match="nothing answers there"),
                connect(parse_database_url(url), read_only=True),
            ):
                pass

    @pytest.mark.parametrize("query", ["schema=absent", "schema=public"])
    def test_absent_schema_or_table_points_to_ingest(self, server: TcpServer, query: str):
        database = self.url(server, rest=f"postgres?{query}")
        with (
            pytest.raises(DatabaseError, match="codegraft snapshot ingest"),
            connect(database, read_only=True) as connection,
        ):
            connection.cursor().execute(sql.SQL("SELECT 1 FROM {}").format(database.table("AstNode")))

    def test_mixed_case_schema_is_found(self, server: TcpServer):
        database = self.url(server, rest="postgres?schema=MixedCase")
        with connect(database, read_only=False) as connection:
            connection.cursor().execute('CREATE SCHEMA "MixedCase"; CREATE TABLE "MixedCase"."AstNode" (x int)')
        with connect(database, read_only=True) as connection:
            connection.cursor().execute(sql.SQL("SELECT 1 FROM {}").format(database.table("AstNode")))

    def test_a_missing_right_is_named(self, server: TcpServer):
        with connect(self.url(server), read_only=False) as connection:
            connection.cursor().execute("CREATE ROLE guest LOGIN PASSWORD 'guest'; CREATE TABLE private (x int)")
        with (
            pytest.raises(DatabaseError, match="lacks a right"),
            connect(self.url(server, password="guest", user="guest"), read_only=True) as connection,
        ):
            connection.cursor().execute("SELECT * FROM private")

    def test_a_statement_that_takes_too_long_is_cancelled(self, server: TcpServer):
        with (
            pytest.raises(DatabaseError, match="timeout"),
            connect(self.url(server), read_only=True, statement_timeout_s=0.1) as connection,
        ):
            connection.cursor().execute("SELECT pg_sleep(20)")

    def test_a_backend_that_dies_in_mid_read_is_an_error(self, server: TcpServer):
        with (
            pytest.raises(DatabaseError, match="connection was lost") as caught,
            connect(self.url(server), read_only=True) as connection,
        ):
            connection.cursor().execute("SELECT pg_terminate_backend(pg_backend_pid())")
        assert "s3cret" not in whole_text(caught.value)

    def test_interrupt_cancels_the_statement_at_once(self, server: TcpServer):
        code = (
            "from codegraft.snapshot.postgres.database import *\n"
            f"database = parse_database_url({f'postgresql://tester:{SECRET_IN_URL}@127.0.0.1:{server.port}/postgres'!r})\n"
            "with connect(database, read_only=True) as connection, connection.cursor() as cursor:\n"
            "    cursor.execute('SELECT 4242, pg_sleep(60)')\n"
        )
        running = "SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'SELECT 4242%' AND state = 'active'"
        with subprocess.Popen([sys.executable, "-c", code], stderr=subprocess.PIPE, text=True) as process:
            wait_until(lambda: read_one(self.url(server), running) == 1)
            process.send_signal(signal.SIGINT)
            _, printed = process.communicate(timeout=10)
        assert process.returncode == -signal.SIGINT
        assert "KeyboardInterrupt" in printed
        assert "s3cret" not in printed
        wait_until(lambda: read_one(self.url(server), running) == 0)


@pytest.mark.postgres
def test_a_server_killed_in_mid_copy_is_an_error(tmp_path: Path):
    class Killer:
        received = 0

        def write(self, data: bytes) -> None:
            if not self.received:
                server.kill()
            self.received += len(data)

    with tcp_server(tmp_path, SECRET) as server:
        with (
            pytest.raises(DatabaseError, match="connection was lost") as caught,
            connect(server.database, read_only=True) as connection,
        ):
            connection.cursor().copy_expert("COPY (SELECT generate_series(1, 5000000)) TO STDOUT", Killer())
        assert "s3cret" not in whole_text(caught.value)
        with pytest.raises(DatabaseError, match="nothing answers there"), connect(server.database, read_only=True):
            pass


def wait_until(condition, seconds: float = 10.0):
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.02)


@pytest.mark.postgres
def test_interruption_leaves_the_wake_up_socket_as_it_was(postgres: Database):
    before = signal.set_wakeup_fd(-1)
    signal.set_wakeup_fd(before)
    with connect(postgres, read_only=True):
        pass
    assert signal.set_wakeup_fd(before) == before
