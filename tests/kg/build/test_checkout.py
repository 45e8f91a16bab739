"""Any directory can be read; what is left out is listed, what is broken is mended and reported."""

import os

import pytest

from codegraft.errors import SourceError
from codegraft.kg.build import checkout
from codegraft.kg.build.checkout import decode_leniently, read_checkout


@pytest.fixture
def root(tmp_path):
    """A checkout with code of its own, of others, and of an environment."""
    for path in (
        *("setup.py", "pkg/__init__.py", "pkg/venv/__init__.py", "pkg/_vendor/six.py", "pkg/_vendor/deep/x.py"),
        *("env/lib/site.py", "node_modules/tool/gyp.py", "java/vendor/A.java", "test/test_pkg.py", ".hidden/h.py"),
    ):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("x = 1\n")
    (tmp_path / "env/pyvenv.cfg").touch()
    return tmp_path


def paths(texts):
    return [file.path for file, _ in texts.files]


def left_out(texts):
    return {row.path: (row.reason, row.detail) for row in texts.skipped}


def test_the_code_is_read_and_the_rest_is_listed(root):
    texts = read_checkout(root, name="mine", licence="MIT")
    assert paths(texts) == [
        *("java/vendor/A.java", "pkg/__init__.py", "pkg/venv/__init__.py", "setup.py", "test/test_pkg.py")
    ]
    assert left_out(texts) == {
        ".hidden/": ("hidden_directory", "source files: 1"),
        "env/": ("virtual_environment", "source files: 1"),
        "node_modules/": ("dependencies", "source files: 1"),
        "pkg/_vendor/": ("vendored", "source files: 2"),
    }
    assert {row.repository for row in texts.skipped} == {"mine"}
    assert (texts.repository, texts.licence) == ("mine", "MIT")


def test_code_of_others_is_read_on_request(root):
    texts = read_checkout(root, vendored=True)
    assert {"pkg/_vendor/six.py", "pkg/_vendor/deep/x.py", "env/lib/site.py", "node_modules/tool/gyp.py"} <= set(
        paths(texts)
    )
    assert list(left_out(texts)) == [".hidden/"]


def test_where_there_is_no_room_for_all_files_near_the_root_are_read_as_wholes(tmp_path):
    (tmp_path / "deep").mkdir()
    for path, size in {"a.py": 40, "b.py": 90, "c.py": 50, "deep/a.py": 20, "deep/b.py": 10}.items():
        (tmp_path / path).write_text("#" * size)
    texts = read_checkout(tmp_path, most_bytes=100)
    assert paths(texts) == ["a.py", "c.py", "deep/b.py"]
    assert left_out(texts) == {
        "b.py": (checkout.BEYOND, "90 bytes, 60 left of 100"),
        "deep/a.py": (checkout.BEYOND, "20 bytes, 10 left of 100"),
    }
    assert read_checkout(tmp_path, most_bytes=210) == read_checkout(tmp_path)


def test_the_repository_is_called_as_the_directory_is(tmp_path):
    (tmp_path / "my code: it").mkdir()
    assert read_checkout(tmp_path / "my code: it").repository == "my_code_it"


def test_the_version_says_what_is_there_not_where(tmp_path):
    for name, text in (("one", "x\n"), ("two", "x\n"), ("three", "y\n")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.py").write_text(text)
    one, two, three = (read_checkout(tmp_path / name).version for name in ("one", "two", "three"))
    assert one == two != three


@pytest.mark.parametrize("name", ["nowhere", "file.py"])
def test_what_is_no_directory_is_refused(tmp_path, name):
    (tmp_path / "file.py").touch()
    with pytest.raises(SourceError, match="not a directory"):
        read_checkout(tmp_path / name)


def test_a_file_beyond_the_limit_is_listed(tmp_path, monkeypatch):
    (tmp_path / "a.py").write_text("x = 1\n")
    monkeypatch.setattr(checkout, "MAX_FILE_BYTES", 5)
    texts = read_checkout(tmp_path)
    assert (texts.files, left_out(texts)) == ((), {"a.py": ("too_large", "6 bytes")})


def test_a_file_whose_name_is_no_text_is_listed(tmp_path):
    (tmp_path / "a.py").touch()
    os.close(os.open(os.fsencode(tmp_path) + b"/\xff.py", os.O_CREAT))
    assert left_out(read_checkout(tmp_path)) == {"\\udcff.py": ("name_not_utf8", "rename it")}


@pytest.mark.parametrize(
    ("content", "text", "problems"),
    [
        (b"x = 1\n", "x = 1\n", ()),
        ("é = 1\n".encode(), "é = 1\n", ()),
        (b"\xef\xbb\xbfx = 1\n", "x = 1\n", ("begins with a byte order mark",)),
        (b"\xef\xbb\xbfx = 'h\xef'\n", "x = 'hï'\n", ("begins with a byte order mark", "not UTF-8, read as latin-1")),
        ("é".encode("utf-16"), "é", ("begins with a byte order mark", "not UTF-8, read as utf-16-le")),
        ("é".encode("latin-1"), "é", ("not UTF-8, read as latin-1",)),
        ("# coding: cp1251\nж".encode("cp1251"), "# coding: cp1251\nж", ("not UTF-8, read as cp1251",)),
        ("# coding: nonsense\né".encode(), "# coding: nonsense\né", ()),
        ("# coding: ascii\né".encode("latin-1"), "# coding: ascii\né", ("not UTF-8, read as latin-1",)),
        (
            "# coding: raw_unicode_escape\n'\\ud800é'".encode("latin-1"),
            "# coding: raw_unicode_escape\n'\\ud800é'",
            ("not UTF-8, read as latin-1",),
        ),
        ("# coding: undefined\né".encode("latin-1"), "# coding: undefined\né", ("not UTF-8, read as latin-1",)),
        (b"a\n\0b\n\0", "a\n b\n ", ("null byte at line 2",)),
        (b"", "", ()),
    ],
)
def test_every_file_is_a_text(content, text, problems):
    assert decode_leniently(content, "python") == (text.encode(), problems)


def test_java_declares_no_encoding():
    assert decode_leniently("// coding: cp1251 ж".encode("cp1251"), "java")[1] == ("not UTF-8, read as latin-1",)
