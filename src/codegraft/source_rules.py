"""What counts as source code, and the reason why a file or directory is left out.

Three decisions, each from names or bytes alone, so that every machine decides alike: which directories are never the
user's own code, which files are test code, and which bytes are a text that a parser can use.
"""

import codecs
import io
import tokenize
from collections.abc import Iterable, Set
from enum import StrEnum
from typing import Final, NamedTuple

from tree_sitter import Tree

from codegraft.parsing.languages import LANGUAGES, language_of

ERROR_SHARE: Final = 0.5
"""A file with more than this share of its bytes inside syntax errors is not a file of its language."""

NEVER_SOURCE: Final = frozenset({"__pycache__", ".git", ".hg", ".svn"})
"""Directories that only tools write to: not entered and not listed."""

_DEPENDENCIES: Final = frozenset({"node_modules", "bower_components", "site-packages", "__pypackages__"})
_BUILD_OUTPUTS: Final = frozenset({"build", "dist", "out", "target"})
_BUILD_FILES: Final = frozenset(
    {"pyproject.toml", "setup.py", "setup.cfg", "pom.xml", "build.xml", "build.gradle", "build.gradle.kts"}
)
_ENVIRONMENT_MARKS: Final = frozenset({"pyvenv.cfg", "conda-meta"})


class Reason(StrEnum):
    """Why a source file, or a directory with source files in it, is not in the table."""

    TOO_LARGE = "too_large"
    NOT_UTF8 = "not_utf8"
    NULL_BYTE = "null_byte"
    UNPARSABLE = "unparsable"
    UNREADABLE = "unreadable"
    SYMBOLIC_LINK = "symbolic_link"
    SPECIAL_FILE = "special_file"
    NAME_NOT_UTF8 = "name_not_utf8"
    HIDDEN_DIRECTORY = "hidden_directory"
    DEPENDENCIES = "dependencies"
    VIRTUAL_ENVIRONMENT = "virtual_environment"
    BUILD_OUTPUT = "build_output"


class Rejection(NamedTuple):
    """A reason and what exactly was found."""

    reason: Reason
    detail: str


def foreign_directory(name: str, inside: Set[str], beside: Set[str]) -> Reason | None:
    """Why a directory does not hold the user's own code, or None when it may.

    ``inside`` and ``beside`` are the names of its entries and of its siblings. ``build`` and the like are outputs only
    where they stand beside a build file: elsewhere they are ordinary package names.
    """
    if inside & _ENVIRONMENT_MARKS:
        return Reason.VIRTUAL_ENVIRONMENT
    if name.startswith("."):
        return Reason.HIDDEN_DIRECTORY
    if name in _DEPENDENCIES:
        return Reason.DEPENDENCIES
    if name in _BUILD_OUTPUTS and beside & _BUILD_FILES:
        return Reason.BUILD_OUTPUT
    return None


def find_tests(paths: Iterable[str]) -> set[str]:
    """The test code among the POSIX paths of one repository.

    That is: whatever stands under a directory ``test`` or ``tests``, and files that test runners collect by name
    (``test_*.py``, ``*_test.py``, ``conftest.py``, ``*Test.java``, ``*Tests.java``). A directory ``testing`` is often
    a public helper library, so it counts only when such a file stands in it. Nothing under ``src/main/`` is test
    code: there the build, not the name, says so.
    """
    paths = set(paths)
    tests = {path for path in paths if _is_test(path)}
    suites = {folder for path in tests for folder in _parents(path) if folder.rpartition("/")[2] == "testing"}
    return tests | {path for path in paths if not suites.isdisjoint(_parents(path))}


def decode(data: bytes, language: str) -> str | Rejection:
    """Bytes of a source file as text, or why they are not text.

    The text is UTF-8. One byte order mark belongs to the encoding and is dropped; line ends are kept. A Python file
    that declares another encoding (PEP 263) is refused as soon as it holds a byte beyond ASCII, even if the bytes
    happen to be valid UTF-8, since Python would read other characters than we.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return Rejection(Reason.NOT_UTF8, f"byte 0x{error.object[error.start]:02x} on line {_line(error)}")
    if "\0" in text:
        return Rejection(Reason.NULL_BYTE, f"on line {text.count(chr(10), 0, text.index(chr(0))) + 1}")
    if language == "python" and not text.isascii() and (declared := _declared_encoding(data)):
        return Rejection(Reason.NOT_UTF8, declared)
    return text


def check_syntax(text: str, language: str) -> Rejection | None:
    """Why a text is not a file of its language, or None. Local syntax errors are no reason."""
    data = text.encode()
    tree = LANGUAGES[language].parse(data)
    if tree.root_node.is_error:
        return Rejection(Reason.UNPARSABLE, f"no {language} file can be made of it")
    errors = _error_bytes(tree)
    if errors > ERROR_SHARE * len(data):
        return Rejection(Reason.UNPARSABLE, f"syntax errors cover {100 * errors // len(data)} % of its bytes")
    return None


def _is_test(path: str) -> bool:
    if "/src/main/" in f"/{path}":
        return False
    *folders, name = path.split("/")
    stem = name.rpartition(".")[0]
    if not {"test", "tests"}.isdisjoint(folders):
        return True
    if language_of(path) == "java":
        return stem.endswith(("Test", "Tests")) and stem not in {"Test", "Tests"}
    return stem.startswith("test_") or stem.endswith("_test") or stem == "conftest"


def _parents(path: str) -> list[str]:
    folders = path.split("/")[:-1]
    return ["/".join(folders[: depth + 1]) for depth in range(len(folders))]


def _declared_encoding(data: bytes) -> str | None:
    """What a Python file declares instead of UTF-8, in words."""
    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
    except SyntaxError:
        return "declares an unknown encoding, or one that its byte order mark contradicts"
    return None if codecs.lookup(encoding).name in {"utf-8", "utf-8-sig"} else f"declares {encoding}"


def _line(error: UnicodeDecodeError) -> int:
    return error.object.count(b"\n", 0, error.start) + 1


def _error_bytes(tree: Tree) -> int:
    """Bytes inside the outermost ERROR nodes; walks with a cursor because trees can be deeper than Python's stack."""
    cursor, total = tree.walk(), 0
    while True:
        node = cursor.node
        if node is not None and node.is_error:
            total += node.end_byte - node.start_byte
        elif node is not None and node.has_error and cursor.goto_first_child():
            continue
        while not cursor.goto_next_sibling():
            if not cursor.goto_parent():
                return total
