"""Which database: connection strings of PostgreSQL and Prisma, and the environment, as one checked object."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import unquote

import psycopg2
from psycopg2 import extensions, sql

from codegraft.errors import DatabaseError

DEFAULT_SCHEMA: Final = "public"

PRISMA_ONLY: Final = frozenset(
    {
        "connection_limit",
        "max_connection_lifetime",
        "max_idle_connection_lifetime",
        "pgbouncer",
        "pool_timeout",
        "single_use_connections",
        "socket_timeout",
        "sslaccept",
        "sslidentity",
        "statement_cache_size",
    }
)
"""Parameters that Prisma adds to its connection strings and libpq does not know."""

_SCHEMA_NAME = re.compile(r"[\w$-]+")
_PAIR = re.compile(r"\s*(\w+)\s*=\s*('(?:[^'\\]|\\.)*'|(?:[^\s'\\]|\\.)*)(?=\s|$)", re.DOTALL)
_LIBPQ_NAME = re.compile(r"[a-z_]+")
_SHOWN: Final = ("host", "port", "dbname", "user")
_MORE_THAN_ONE_VALUE = re.compile(r"://|:[^@]*@|[,;&?]\s*\w+=")


@dataclass(frozen=True)
class Database:
    """Where a snapshot lives: how to connect, and the schema that holds the tables.

    Attributes:
        parameters: libpq connection parameters, with the password; in no representation of this object.
        schema: name of the schema, exactly as PostgreSQL stores it.
        label: where this choice came from, for messages.
    """

    parameters: Mapping[str, str] = field(repr=False)
    schema: str = DEFAULT_SCHEMA
    label: str = "PostgreSQL"

    def table(self, name: str) -> sql.Identifier:
        """``"schema"."name"``, quoted; the only way in which the schema's name enters a statement."""
        return sql.Identifier(self.schema, name)

    def __str__(self) -> str:
        shown = [f"{key} {self.parameters[key]!r}" for key in _SHOWN if key in self.parameters]
        return f"{self.label} ({', '.join([*shown, f'schema {self.schema!r}'])})"

    def __repr__(self) -> str:
        return f"<Database {self}>"


def parse_database_url(url: str, label: str = "PostgreSQL") -> Database:
    """Read a ``postgres://`` or ``postgresql://`` URL or a ``key=value`` connection string.

    ``schema`` names one schema, in whatever case it was created; Prisma's other parameters are dropped; those that
    libpq knows (``sslmode``, ``connect_timeout``, ``host``, ...) are passed on.

    Raises:
        DatabaseError: the string is malformed, names an unknown parameter, or its schema is not one name.
    """
    if "\0" in url:
        raise DatabaseError(f"{label}: the connection string holds a NUL byte")
    url = url.strip()
    pairs = list(_url_pairs(url, label) if "://" in url else _key_value_pairs(url, label))
    for place, (key, _) in enumerate(pairs):
        if key not in PRISMA_ONLY and key != "schema" and not _known_to_libpq(key):
            # After a password, this may be the rest of it: a & or a blank that was not encoded.
            name = "" if any("pass" in before for before, _ in pairs[:place]) else f" {key!r}"
            raise DatabaseError(f"{label}: unknown connection parameter{name}; remove it or correct its spelling")
    parameters = _for_libpq(dict(pairs))
    _refuse_mixed_up(parameters, label)
    return Database(parameters, _one_schema(pairs, label), label)


def database_from_environment(env: Mapping[str, str]) -> Database:
    """Read ``DATABASE_URL``, or ``DB_HOST``, ``DB_PORT``, ``DB_NAME``, ``DB_USER``, ``DB_PASSWORD``, ``DB_SCHEMA``.

    The two are never mixed: a ``DATABASE_URL`` that is not empty wins. Missing ``DB_*`` are localhost, 5432,
    postgres, postgres, no password and public. libpq's own ``PG*`` variables keep their meaning (``PGSSLMODE``).

    Raises:
        DatabaseError: none of these variables is set, or one of them is malformed.
    """
    if env.get("DATABASE_URL"):
        return parse_database_url(env["DATABASE_URL"], "DATABASE_URL")
    given = {
        key: env[key]
        for key in ("DB_HOST", "DB_PORT", "DB_NAME", "DB_USER", "DB_PASSWORD", "DB_SCHEMA")
        if env.get(key)
    }
    if not given:
        raise DatabaseError("database 'env' was chosen, but neither DATABASE_URL nor any DB_* variable is set")
    port = given.get("DB_PORT", "5432")
    if not port.isdecimal():
        raise DatabaseError("DB_PORT is not a port number")
    parameters = {
        "host": given.get("DB_HOST", "localhost"),
        "port": port,
        "dbname": given.get("DB_NAME", "postgres"),
        "user": given.get("DB_USER", "postgres"),
    }
    if "DB_PASSWORD" in given:
        parameters["password"] = given["DB_PASSWORD"]
    _refuse_mixed_up(parameters, "DB_*")
    return Database(parameters, _one_schema([("schema", given.get("DB_SCHEMA", DEFAULT_SCHEMA))], "DB_SCHEMA"), "DB_*")


def _url_pairs(url: str, label: str) -> Iterator[tuple[str, str]]:
    scheme, _, rest = url.partition("://")
    if scheme not in ("postgres", "postgresql"):
        raise DatabaseError(f"{label}: a URL must begin with postgresql:// or postgres://")
    # A password with a raw @, / or ? would be read as host, port or database, and then be shown as such.
    if rest.count("@") > 1 or "@" in re.sub(r"^[^/?]*", "", rest):
        raise DatabaseError(f"{label}: a special character (@ / ? :) is not percent-encoded: write @ as %40, / as %2F")
    address, _, query = rest.partition("?")
    try:
        fixed = extensions.parse_dsn(f"postgresql://{address}")
    except psycopg2.ProgrammingError:  # its text may quote the password
        raise DatabaseError(f"{label}: not of the form postgresql://user:password@host:port/database") from None
    if not re.fullmatch(r"[\d,]*", fixed.get("port", "")):
        raise DatabaseError(f"{label}: the port is not a number (is a character of the password not percent-encoded?)")
    yield from fixed.items()
    for part in filter(None, query.split("&")):
        key, _, value = part.partition("=")
        yield _decoded(key, label), _decoded(value, label)


def _decoded(text: str, label: str) -> str:
    if re.search(r"%(?![0-9A-Fa-f]{2})", text) or "%00" in text:
        raise DatabaseError(f"{label}: a parameter's percent-encoding is broken or encodes a NUL byte")
    try:
        return unquote(text, errors="strict")
    except UnicodeDecodeError:
        raise DatabaseError(f"{label}: a parameter's percent-encoding is not UTF-8") from None


def _key_value_pairs(text: str, label: str) -> Iterator[tuple[str, str]]:
    position = 0
    while position < len(text):
        match = _PAIR.match(text, position)
        if match is None:
            raise DatabaseError(f"{label}: not a list of key=value pairs; put values with blanks into single quotes")
        key, value = match.groups()
        quoted = value.startswith("'")
        yield key, re.sub(r"\\(.)", r"\1", value[1:-1] if quoted else value, flags=re.DOTALL)
        position = match.end()


def _known_to_libpq(key: str) -> bool:
    """Ask libpq itself, so that this list is always that of the library in use."""
    if not _LIBPQ_NAME.fullmatch(key):
        return False
    try:
        extensions.parse_dsn(f"{key}=''")
    except psycopg2.ProgrammingError:
        return key == "ssl"
    return True


def _for_libpq(given: dict[str, str]) -> dict[str, str]:
    """Drop what only Prisma knows, and translate what Prisma spells like libpq but means otherwise."""
    parameters = {key: value for key, value in given.items() if key not in PRISMA_ONLY and key != "schema"}
    if parameters.pop("ssl", "") == "true":  # JDBC's spelling, which libpq accepts in URLs alone
        parameters.setdefault("sslmode", "require")
    if "sslidentity" in given:  # PKCS#12, which libpq cannot read; the password belongs to it
        parameters.pop("sslpassword", None)
    if given.keys() & {"sslaccept", "sslidentity"} and "sslcert" in parameters:
        parameters["sslrootcert"] = parameters.pop("sslcert")  # in Prisma sslcert is the authority's certificate
    if given.get("sslaccept") == "strict" and parameters.get("sslmode") not in ("verify-ca", "verify-full"):
        parameters["sslmode"] = "verify-full"
        parameters.setdefault("sslrootcert", "system")
    return parameters


def _refuse_mixed_up(parameters: dict[str, str], label: str) -> None:
    """Refuse values that messages show, when a password may have come into them by a wrong separator."""
    for key in _SHOWN:
        if _MORE_THAN_ONE_VALUE.search(parameters.get(key, "")):
            raise DatabaseError(
                f"{label}: {key} holds more than a {key}; parameters stand apart by blanks, in URLs by &"
            )


def _one_schema(pairs: list[tuple[str, str]], label: str) -> str:
    names = [value for key, value in pairs if key == "schema"]
    if not names:
        return DEFAULT_SCHEMA
    if len(names) > 1:
        raise DatabaseError(f"{label}: schema is given {len(names)} times; name one")
    name = names[0]
    if not _SCHEMA_NAME.fullmatch(name):
        raise DatabaseError(f"{label}: schema is not one name of letters, digits, _, $ and -")
    if len(name.encode()) > 63:
        raise DatabaseError(f"{label}: schema is longer than PostgreSQL's 63 bytes")
    return name
