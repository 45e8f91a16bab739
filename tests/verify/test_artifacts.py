import hashlib
import os
import subprocess

import pytest
from dvc_data.hashfile.build import build
from dvc_data.hashfile.db import HashFileDB
from dvc_objects.fs.local import LocalFileSystem
from hypothesis import given
from hypothesis import strategies as st

from codegraft.errors import VerificationError
from codegraft.verify.artifacts import Artifact, digests, recorded, state

NAMES = st.text("abé .-", min_size=1, max_size=4).filter(lambda name: name.strip(". ") != "")
FILES = st.dictionaries(st.tuples(NAMES, NAMES), st.binary(max_size=20), min_size=1, max_size=6)


def dvc_hash(path, cache):
    """What DVC itself makes of a path."""
    files = LocalFileSystem()
    return build(HashFileDB(files, str(cache)), str(path), files, "md5")[2].hash_info.value


@given(FILES)
def test_checksums_are_dvcs_own(tmp_path_factory, files):
    root = tmp_path_factory.mktemp("root")
    for (folder, name), content in files.items():
        (root / "out" / folder).mkdir(parents=True, exist_ok=True)
        (root / "out" / folder / name).write_bytes(content)
    found = digests(root, ["out"])["out"]
    assert found.md5 == dvc_hash(root / "out", root / "cache")
    assert (found.size, found.files) == (sum(map(len, files.values())), len(files))


def test_a_file_has_its_own_sums_however_large(tmp_path):
    content = os.urandom(3 * 2**20 + 7)
    (tmp_path / "file").write_bytes(content)
    found = digests(tmp_path, ["file"])["file"]
    assert (found.md5, found.sha256) == (hashlib.md5(content).hexdigest(), hashlib.sha256(content).hexdigest())
    assert found.md5 == dvc_hash(tmp_path / "file", tmp_path / "cache")


def test_a_directorys_sha256_is_that_of_what_sha256sum_prints(tmp_path):
    for name in ("b.txt", "a/z.txt", "a/b/c.txt"):
        (tmp_path / "out" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "out" / name).write_text(name)
    command = "find . -type f -printf '%P\\n' | LC_ALL=C sort | xargs sha256sum | sha256sum"
    done = subprocess.run(command, shell=True, cwd=tmp_path / "out", capture_output=True, text=True, check=True)
    assert digests(tmp_path, ["out"])["out"].sha256 == done.stdout.split()[0]


def test_what_is_not_there_has_no_digest_and_what_a_killed_stage_left_does_not_count(tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out/a").write_text("a")
    before = digests(tmp_path, ["out", "nowhere"])
    assert list(before) == ["out"]
    (tmp_path / "out/.a.x1.partial").write_text("half")
    assert digests(tmp_path, ["out"]) == before


def test_states(tmp_path):
    (tmp_path / "out").write_text("a")
    found = digests(tmp_path, ["out"])["out"]
    artifact = Artifact("make", "out", hashlib.md5(b"a").hexdigest())
    assert state(artifact, found) == "same"
    assert state(artifact, None) == "absent"
    assert state(artifact._replace(md5="0" * 32), found) == "changed"


def test_the_lock_is_read_in_its_order_without_closing_slashes(tmp_path):
    (tmp_path / "dvc.lock").write_text(
        "schema: '2.0'\nstages:\n  b:\n    cmd: x\n    outs:\n    - {path: out/, md5: 12.dir}\n"
        "  a@x:\n    cmd: x\n    outs:\n    - {path: file, md5: '34'}\n  c: {cmd: x}\n"
    )
    assert recorded(tmp_path) == [Artifact("b", "out", "12.dir"), Artifact("a@x", "file", "34")]


@pytest.mark.parametrize("text", [None, "", "stages: [", "stages: {a: {outs: [{path: x}]}}", "[]", "stages: {a: 3}"])
def test_a_lock_that_is_missing_or_something_else_is_an_error_with_a_command(tmp_path, text):
    if text is not None:
        (tmp_path / "dvc.lock").write_text(text)
    with pytest.raises(VerificationError, match=r"(?s)dvc\.lock.*run `dvc repro`"):
        recorded(tmp_path)
