import base64
import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from codegraft.errors import SourceError
from codegraft.sources import SCHEMA, collect
from tests.code_layouts import directory, install, lay_out, paths, skipped


@pytest.fixture
def site(tmp_path, monkeypatch):
    site = tmp_path / "venv" / "site-packages"
    site.mkdir(parents=True)
    monkeypatch.syspath_prepend(str(site))
    return site


def test_a_distribution_becomes_rows_with_its_version_and_licence(site):
    install(site, "Demo.Pkg", {"demo/b.py": "b = 1\n", "demo/a.py": "a = 1\n", "demo/data.txt": "x", "top.py": ""})
    table = collect(["Demo.Pkg"]).table
    assert table.schema == SCHEMA
    assert table.to_pylist()[0] == {
        "repository": "Demo.Pkg",
        "version": "1.0",
        "licence": "MIT",
        "language": "python",
        "path": "demo/a.py",
        "sha256": hashlib.sha256(b"a = 1\n").hexdigest(),
        "text": "a = 1\n",
    }
    assert table["path"].to_pylist() == ["demo/a.py", "demo/b.py", "top.py"]


def test_a_distribution_is_found_under_any_spelling_and_keeps_the_one_asked_for(site):
    install(site, "Demo-Pkg", {"demo/a.py": "a = 1\n"})
    assert collect(["demo_PKG"]).table["repository"].to_pylist() == ["demo_PKG"]


def test_files_outside_the_install_root_are_not_taken(site):
    lay_out(site.parent, {"bin/tool.py": "evil = 1\n"})
    install(
        site, "demo", {"demo/a.py": "a = 1\n"}, outside="../bin/tool.py,sha256=x,1\ndemo/../../bin/tool.py,,\n/x.py,,\n"
    )
    assert paths(collect(["demo"])) == ["demo/a.py"]


def test_an_edited_file_is_an_error_that_says_how_to_restore_it(site):
    install(site, "demo", {"demo/a.py": "a = 1\n", "demo/b.py": "b = 1\n"}, version="2.5")
    (site / "demo/b.py").write_text("b = 2\n")
    with pytest.raises(SourceError, match=r"demo 2\.5: demo/b\.py was changed .*--force-reinstall.* demo==2\.5"):
        collect(["demo"])


def test_a_deleted_file_is_an_error(site):
    install(site, "demo", {"demo/a.py": "a = 1\n"})
    (site / "demo/a.py").unlink()
    with pytest.raises(SourceError, match=r"demo/a\.py cannot be read \(No such file"):
        collect(["demo"])


def test_a_file_without_a_recorded_hash_is_an_error(site):
    info = install(site, "demo", {"demo/a.py": "a = 1\n"})
    (info / "RECORD").write_text("demo/a.py\n\n")
    with pytest.raises(SourceError, match=r"demo/a\.py was installed without a SHA-2 hash"):
        collect(["demo"])


def test_stronger_hashes_are_checked_too(site):
    info = install(site, "demo", {"demo/a.py": "a = 1\n"})
    digest = base64.urlsafe_b64encode(hashlib.sha512(b"a = 1\n").digest()).rstrip(b"=").decode()
    (info / "RECORD").write_text(f"demo/a.py,sha512={digest},6\n")
    assert paths(collect(["demo"])) == ["demo/a.py"]


def test_an_installation_without_a_record_is_an_error(site):
    info = install(site, "demo", {"demo/a.py": "a = 1\n"})
    (info / "RECORD").unlink()
    with pytest.raises(SourceError, match="demo: its installation kept no RECORD"):
        collect(["demo"])


def test_an_editable_installation_is_sent_to_directories(site):
    info = install(site, "demo", {"__editable___demo_finder.py": "MAPPING = {}\n"})
    (info / "direct_url.json").write_text('{"url": "file:///demo", "dir_info": {"editable": true}}')
    with pytest.raises(SourceError, match=r"demo: installed in editable mode.*sources\.directories"):
        collect(["demo"])


def test_all_missing_packages_are_named_with_the_command_that_installs_them(site):
    install(site, "demo", {"demo/a.py": ""})
    with pytest.raises(
        SourceError, match="not installed: no-such-one, no-such-two; run `python -m pip install no-such-one no"
    ):
        collect(["no-such-one", "demo", "no-such-two"])


def test_a_distribution_without_source_files_is_an_error(site):
    install(site, "demo", {"demo/table.csv": "1\n"})
    with pytest.raises(SourceError, match="demo: no Python or Java file in it"):
        collect(["demo"])


@pytest.mark.parametrize(
    ("metadata", "licence"),
    [
        ("License-Expression: MIT OR Apache-2.0\nLicense: old words\n", "MIT OR Apache-2.0"),
        ("License: BSD\nClassifier: License :: OSI Approved :: MIT License\n", "BSD"),
        (f"License: {'word ' * 30}\nClassifier: License :: OSI Approved :: MIT License\n", "MIT License"),
        ("License: Copyright\n        (c) me\nClassifier: License :: OSI Approved :: ISC License\n", "ISC License"),
        (
            "License: UNKNOWN\nClassifier: License :: OSI Approved\nClassifier: License :: Public Domain\n",
            "Public Domain",
        ),
        ("Classifier: License :: OSI Approved :: A\nClassifier: License :: OSI Approved :: B\n", "A, B"),
        ("Classifier: Programming Language :: Python\n", "NOASSERTION"),
    ],
)
def test_the_licence_is_the_most_exact_name_that_the_metadata_gives(site, metadata, licence):
    install(site, "demo", {"demo/a.py": ""}, metadata)
    assert collect(["demo"]).table["licence"].to_pylist() == [licence]


def test_links_are_listed_and_never_followed(tmp_path):
    lay_out(tmp_path, {"outside/o.py": "o = 1\n", "code/a.py": "a = 1\n", "code/sub/b.py": "b = 1\n"})
    code = tmp_path / "code"
    links = {"again": "sub", "up": ".", "away": "../outside", "same.py": "sub/b.py", "o.py": "../outside/o.py"}
    links |= {
        "x.py": "y.py",
        "y.py": "x.py",
        "gone.py": "nowhere.py",
        "gone": "nowhere",
        "notes": "readme",
        "readme": "a",
    }
    for name, target in links.items():
        (code / name).symlink_to(target)
    collection = collect(directories=[directory(code)])
    assert paths(collection) == ["a.py", "sub/b.py"]
    assert skipped(collection) == {
        "again": ("symbolic_link", "leads to sub"),
        "up": ("symbolic_link", "leads to ."),
        "away": ("symbolic_link", "leads out of the directory"),
        "same.py": ("symbolic_link", "leads to sub/b.py"),
        "o.py": ("symbolic_link", "leads out of the directory"),
        "x.py": ("symbolic_link", "broken or circular"),
        "y.py": ("symbolic_link", "broken or circular"),
        "gone.py": ("symbolic_link", "broken or circular"),
    }


def test_a_directory_may_itself_be_reached_by_a_link(tmp_path):
    lay_out(tmp_path, {"code/a.py": "a = 1\n"})
    (tmp_path / "code/again.py").symlink_to("a.py")
    (tmp_path / "link").symlink_to("code")
    collection = collect(directories=[directory(tmp_path / "link")])
    assert paths(collection) == ["a.py"]
    assert skipped(collection) == {"again.py": ("symbolic_link", "leads to a.py")}


def test_directories_of_foreign_code_are_passed_over_and_counted(tmp_path):
    lay_out(
        tmp_path,
        {
            "pyproject.toml": "",
            "src/build/a.py": "a = 1\n",
            "src/pyvenv/b.py": "b = 1\n",
            "build/lib/c.py": "c = 1\n",
            "dist/readme.txt": "",
            "env/pyvenv.cfg": "",
            "env/lib/d.py": "",
            "env/lib/deep/e.py": "",
            ".hidden/f.py": "",
            ".cache/g.txt": "",
            ".git/hooks/h.py": "",
            "src/__pycache__/i.py": "",
            "web/node_modules/x/gyp.py": "",
        },
    )
    collection = collect(directories=[directory(tmp_path)])
    assert paths(collection) == ["src/build/a.py", "src/pyvenv/b.py"]
    assert skipped(collection) == {
        "build/": ("build_output", "source files: 1"),
        "env/": ("virtual_environment", "source files: 2"),
        ".hidden/": ("hidden_directory", "source files: 1"),
        "web/node_modules/": ("dependencies", "source files: 1"),
    }


def test_special_files_and_directories_named_like_source_are_no_trap(tmp_path):
    lay_out(tmp_path, {"package.py/inner.py": "a = 1\n"})
    os.mkfifo(tmp_path / "pipe.py")
    os.mkfifo(tmp_path / "pipe")
    collection = collect(directories=[directory(tmp_path)])
    assert paths(collection) == ["package.py/inner.py"]
    assert skipped(collection) == {"pipe.py": ("special_file", "neither a file nor a directory")}


def test_a_name_that_is_not_utf8_is_listed_escaped(tmp_path):
    lay_out(tmp_path, {"a.py": ""})
    name = os.fsencode(tmp_path) + b"/caf\xe9.py"
    try:
        Path(os.fsdecode(name)).write_bytes(b"x = 1\n")
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    collection = collect(directories=[directory(tmp_path)])
    assert paths(collection) == ["a.py"]
    assert skipped(collection) == {r"caf\udce9.py": ("name_not_utf8", "rename it")}


@contextmanager
def without_privileges() -> Iterator[Path]:
    """A folder that everybody may enter, and no right to ignore permissions: root reads every file."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    is_root = os.geteuid() == 0
    try:
        yield folder
    finally:
        if is_root:
            os.seteuid(0)
        for path in folder.rglob("*"):
            path.chmod(0o700)
        shutil.rmtree(folder)


def test_what_may_not_be_read_is_listed():
    with without_privileges() as folder:
        lay_out(folder, {"a.py": "", "secret.py": "", "locked/b.py": ""})
        (folder / "secret.py").chmod(0)
        (folder / "locked").chmod(0)
        if os.geteuid() == 0:
            os.seteuid(65534)
        collection = collect(directories=[directory(folder)])
        assert paths(collection) == ["a.py"]
        assert skipped(collection) == {
            "secret.py": ("unreadable", "Permission denied"),
            "locked/": ("unreadable", "Permission denied"),
        }


@pytest.mark.parametrize("path", ["absent", "file.py"])
def test_a_path_that_is_no_directory_is_an_error(tmp_path, path):
    lay_out(tmp_path, {"file.py": ""})
    with pytest.raises(SourceError, match=rf"mine: .*{path} is not a directory"):
        collect(directories=[directory(tmp_path / path)])


def test_a_directory_without_source_is_an_error(tmp_path):
    lay_out(tmp_path, {"readme.md": "", ".git/x.py": ""})
    with pytest.raises(SourceError, match="mine: no Python or Java file in it"):
        collect(directories=[directory(tmp_path)])
