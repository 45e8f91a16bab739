import io
import tokenize

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tree_sitter import Node

from codegraft.parsing.languages import LANGUAGES
from codegraft.source_rules import Reason, Rejection, check_syntax, decode, find_tests, foreign_directory

BOM = b"\xef\xbb\xbf"
COOKIES = [b"", b"# coding: utf-8\n", b"#!/bin/x\n# -*- coding: UTF8 -*-\n", b"# vim: fileencoding=latin-1\n"]
COOKIES += [b"# coding: cp1252\n", b"# coding: ascii\n", b"# coding: nosuch\n", b"\n\n# coding: latin-1\n"]

file_bytes = st.builds(
    lambda mark, cookie, parts: mark + cookie + b"".join(parts),
    st.sampled_from([b"", BOM]),
    st.sampled_from(COOKIES),
    st.lists(st.binary(max_size=6) | st.text(max_size=6).map(lambda text: text.encode("utf-8", "surrogatepass"))),
)


def is_utf8(data: bytes) -> bool:
    """RFC 3629, section 4, byte by byte: the oracle."""
    position = 0
    while position < len(data):
        first = data[position]
        if first < 0x80:
            tails = []
        elif 0xC2 <= first <= 0xDF:
            tails = [(0x80, 0xBF)]
        elif 0xE0 <= first <= 0xEF:
            tails = [({0xE0: 0xA0}.get(first, 0x80), {0xED: 0x9F}.get(first, 0xBF)), (0x80, 0xBF)]
        elif 0xF0 <= first <= 0xF4:
            tails = [({0xF0: 0x90}.get(first, 0x80), {0xF4: 0x8F}.get(first, 0xBF)), (0x80, 0xBF), (0x80, 0xBF)]
        else:
            return False
        following = data[position + 1 : position + 1 + len(tails)]
        if len(following) < len(tails):
            return False
        if not all(low <= byte <= high for byte, (low, high) in zip(following, tails, strict=True)):
            return False
        position += 1 + len(tails)
    return True


@given(file_bytes)
def test_a_java_file_is_text_exactly_when_it_is_utf8_without_null(data):
    text = decode(data, "java")
    if not is_utf8(data):
        assert isinstance(text, Rejection)
        assert text.reason == Reason.NOT_UTF8
    elif 0 in data:
        assert isinstance(text, Rejection)
        assert text.reason == Reason.NULL_BYTE
    else:
        assert isinstance(text, str)
        assert text.encode() == data.removeprefix(BOM)


@given(file_bytes)
def test_a_python_file_is_never_read_as_other_characters_than_python_reads(data):
    text = decode(data, "python")
    if isinstance(text, Rejection):
        return
    assert text.encode() == data.removeprefix(BOM)
    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
    except SyntaxError:
        assert text.isascii()
        return
    assert data.decode(encoding) == text


@pytest.mark.parametrize(
    ("data", "reason", "detail"),
    [
        (b"x = 1\ny = '\xe9'\n", Reason.NOT_UTF8, "byte 0xe9 on line 2"),
        ("# coding: latin-1\nx = 'é'\n".encode("latin-1"), Reason.NOT_UTF8, "byte 0xe9 on line 2"),
        ("# coding: latin-1\nx = 'é'\n".encode(), Reason.NOT_UTF8, "declares iso-8859-1"),
        ("# coding: nosuch\nx = 'é'\n".encode(), Reason.NOT_UTF8, "declares an unknown encoding"),
        (b"a\n\nb\0c", Reason.NULL_BYTE, "on line 3"),
        ("x = 1".encode("utf-16"), Reason.NOT_UTF8, "byte 0xff on line 1"),
        ("x = 1".encode("utf-16-le"), Reason.NULL_BYTE, "on line 1"),
    ],
)
def test_what_is_no_text_is_named_with_its_place(data, reason, detail):
    rejection = decode(data, "python")
    assert isinstance(rejection, Rejection)
    assert rejection.reason == reason
    assert rejection.detail.startswith(detail)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        (BOM, ""),
        (BOM + b"x = 1\n", "x = 1\n"),
        (BOM + BOM + b"x", "\ufeffx"),
        (b"a = 1\r\nb = 2\rc = 3\n", "a = 1\r\nb = 2\rc = 3\n"),
        (b"# coding: latin-1\nx = 'e'\n", "# coding: latin-1\nx = 'e'\n"),
        ("# coding: utf8\nx = 'é'\n".encode(), "# coding: utf8\nx = 'é'\n"),
    ],
)
def test_text_loses_its_byte_order_mark_and_nothing_else(data, text):
    assert decode(data, "python") == text


TESTS = {
    "pkg/tests/helpers.py",
    "pkg/test/deep/er.py",
    "test_a.py",
    "pkg/a_test.py",
    "pkg/conftest.py",
    "pkg/testing/tool.py",
    "pkg/testing/sub/test_it.py",
    "src/test/java/a/Fixture.java",
    "app/src/it/java/a/FooTest.java",
    "test/a/B.java",
    "a/FooTests.java",
}
NO_TESTS = {
    "pkg/testing.py",
    "pkg/tests.py",
    "lib/testing/tool.py",
    "lib/testing/helpers/more.py",
    "pkg/test_utils/a.py",
    "pkg/attest.py",
    "pkg/latest.py",
    "pkg/contest_/a.py",
    "src/main/java/a/test/Case.java",
    "src/main/java/a/AbTest.java",
    "mod/src/main/java/a/Tests.java",
    "a/Test.java",
    "a/Latest.java",
    "a/TestResult.java",
}


def test_test_code_is_told_from_code_about_testing():
    assert find_tests(sorted(TESTS | NO_TESTS)) == TESTS


def test_without_test_files_nothing_is_test_code():
    assert find_tests(NO_TESTS) == set()


@pytest.mark.parametrize(
    ("name", "inside", "beside", "reason"),
    [
        ("build", set(), {"pyproject.toml"}, Reason.BUILD_OUTPUT),
        ("target", set(), {"pom.xml"}, Reason.BUILD_OUTPUT),
        ("build", {"__init__.py"}, {"cli.py"}, None),
        ("env", {"pyvenv.cfg"}, set(), Reason.VIRTUAL_ENVIRONMENT),
        (".venv", {"pyvenv.cfg"}, set(), Reason.VIRTUAL_ENVIRONMENT),
        ("conda", {"conda-meta"}, set(), Reason.VIRTUAL_ENVIRONMENT),
        (".tox", set(), set(), Reason.HIDDEN_DIRECTORY),
        ("node_modules", set(), set(), Reason.DEPENDENCIES),
        ("vendor", set(), {"setup.py"}, None),
    ],
)
def test_directories_of_foreign_code_are_known(name, inside, beside, reason):
    assert foreign_directory(name, inside, beside) == reason


CODE = "import os\n\n\nclass A:\n    def f(self, x):\n        return [x, (1, 2), {'a': os.path}]\n\n\nprint(A().f(3))\n"


def naive_error_bytes(node: Node) -> int:
    if node.is_error:
        return node.end_byte - node.start_byte
    return sum(naive_error_bytes(child) for child in node.children)


@given(st.lists(st.tuples(st.integers(0, len(CODE)), st.sampled_from(["(", "}", "'", "$$", "??? !", "\n@@ ", "def"]))))
def test_a_file_is_unparsable_when_errors_take_more_than_half_of_it(insertions):
    text = CODE
    for position, junk in insertions:
        text = text[:position] + junk + text[position:]
    root = LANGUAGES["python"].parse(text.encode()).root_node
    unparsable = root.is_error or 2 * naive_error_bytes(root) > len(text)
    assert (check_syntax(text, "python") is not None) == unparsable


@pytest.mark.parametrize("text", ["", "\n", "x = (\n" + CODE, CODE + "def broken(:\n    pass\n", "print 'two'\n"])
def test_local_syntax_errors_are_no_reason(text):
    assert check_syntax(text, "python") is None


@pytest.mark.parametrize(
    ("text", "language", "detail"),
    [
        ("{% if x %}\nclass {{ name }}:\n    pass\n{% endif %}\n", "python", "syntax errors cover 98 % of its bytes"),
        ("(" * 1000, "python", "no python file can be made of it"),
        (CODE, "java", "syntax errors cover 87 % of its bytes"),
    ],
)
def test_what_is_no_code_is_refused(text, language, detail):
    assert check_syntax(text, language) == (Reason.UNPARSABLE, detail)


@pytest.mark.parametrize("inner", ["1", "1 $ 2"])
def test_nesting_deeper_than_the_stack_is_read(inner):
    assert check_syntax(f"x = {'(' * 50_000}{inner}{')' * 50_000}\n", "python") is None
