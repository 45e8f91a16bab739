import os
import socket
import subprocess
import sys

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from codegraft.errors import ProgramError
from codegraft.programs.codecontests import hub_shards, path_shards
from tests.programs.contests import ROOT, row, write

REVISION = "0" * 40


def read(shards):
    return [(shard.split, found["name"]) for shard in shards for found in shard.rows()]


@pytest.fixture
def directory(tmp_path):
    """Five files, one of them in a folder, under a name that would be a pattern."""
    folder = tmp_path / "set [1] é*"
    for number, name in enumerate(
        ["train-00000-of-00002", "train-00001-of-00002", "valid-00000-of-00001", "more/test", "validation.2"]
    ):
        write(folder / f"{name}.parquet", [row(2 * number), row(2 * number + 1)])
    return folder


def test_the_files_of_a_directory_are_read_by_split(directory):
    shards = path_shards(directory)
    assert sorted((shard.split, shard.name.split(".parquet")[0]) for shard in shards) == [
        ("test", "more/test"),
        ("train", "train-00000-of-00002"),
        ("train", "train-00001-of-00002"),
        ("validation", "valid-00000-of-00001"),
        ("validation", "validation.2"),
    ]
    assert {name for _, name in read(shards)} == {row(number)["name"] for number in range(10)}


def test_rows_come_as_plain_values_and_enumerations_as_numbers(tmp_path):
    odd = row(1, source=77, solutions={"language": [3, 99], "solution": ["x", "y"]}, time_limit=None)
    write(tmp_path / "train-0.parquet", [odd])
    (shard,) = path_shards(tmp_path)
    assert list(shard.rows()) == [odd]
    assert list(shard.rows()) == [odd]


def test_each_file_has_a_schema_of_its_own(tmp_path):
    write(tmp_path / "train-0.parquet", [row(0)])
    write(tmp_path / "train-1.parquet", [row(1)], without=["solutions", "cf_tags"])
    pq.write_table(pa.table({"name": [5], "other": ["x"]}), tmp_path / "train-2.parquet")
    whole, lacking, other = (next(iter(shard.rows())) for shard in path_shards(tmp_path))
    assert whole.keys() - lacking.keys() == {"solutions", "cf_tags"}
    assert other == {"name": 5, "other": "x"}


def test_the_hub_is_read_by_split_and_shard(tmp_path, monkeypatch):
    """The library takes a directory for a data set's name; how it finds the shards of its splits is the same."""
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    for name in ("train-00000-of-00002", "train-00001-of-00002", "valid-00000-of-00001", "test-00000-of-00001"):
        write(tmp_path / "data" / f"{name}.parquet", [row(0, name=name)])
    shards = hub_shards(str(tmp_path), REVISION)
    assert [shard.name for shard in shards] == ["test-00000", "train-00000", "train-00001", "validation-00000"]
    assert read(shards) == [
        ("test", "test-00000-of-00001"),
        ("train", "train-00000-of-00002"),
        ("train", "train-00001-of-00002"),
        ("validation", "valid-00000-of-00001"),
    ]
    assert {shard.version for shard in shards} == {f"{tmp_path}@{REVISION}"}


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({}, "no Parquet file in it; expected train-"),
        ({"train.csv": b""}, "no Parquet file in it"),
        ({"data-0.parquet": b""}, r"data-0\.parquet: which split is this\? Begin the name with train, valid"),
        ({"training.parquet": b""}, r"training\.parquet: which split"),
    ],
)
def test_a_directory_without_such_files_is_refused(tmp_path, files, message):
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    with pytest.raises(ProgramError, match=message):
        path_shards(tmp_path)


def test_a_missing_directory_is_refused(tmp_path):
    with pytest.raises(ProgramError, match=r"no such directory; correct programs\.path .*programs\.source: sample"):
        path_shards(tmp_path / "none")


@pytest.mark.parametrize("damage", ["empty", "text", "cut", "middle"])
def test_a_damaged_file_is_named(tmp_path, damage):
    file = tmp_path / "train-0.parquet"
    write(file, [row(number) for number in range(20)])
    whole = file.read_bytes()
    middle = len(whole) // 3
    content = {"empty": b"", "text": b"no Parquet", "cut": whole[:-100]}
    file.write_bytes(content.get(damage, whole[:middle] + b"\xff" * 200 + whole[middle + 200 :]))
    (shard,) = path_shards(tmp_path)
    with pytest.raises(ProgramError, match=r"train-0\.parquet.*: cannot be read .*programs\.source: sample"):
        list(shard.rows())


HUB = f"""
from codegraft.programs.codecontests import hub_shards
from codegraft.stages import run
run(lambda: hub_shards("deepmind/code_contests", "{REVISION}"))
"""


def unreachable(home, **environment):
    """What a stage says that wants the hub."""
    home.mkdir(exist_ok=True)
    own = {name: value for name, value in os.environ.items() if "proxy" not in name.lower()}
    own |= {"HF_HOME": str(home), "HF_HUB_DISABLE_TELEMETRY": "1", **environment}
    done = subprocess.run([sys.executable, "-c", HUB], env=own, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    return done.stderr.splitlines()[-1]


MESSAGE = "error: deepmind/code_contests at 0000000000000000000000000000000000000000: cannot be read (ConnectionError: "


def test_without_a_network_the_message_names_the_sample(tmp_path):
    message = unreachable(tmp_path / "home", HF_HUB_OFFLINE="1")
    assert message.startswith(MESSAGE)
    assert "programs.source: sample" in message


@pytest.mark.slow
def test_behind_a_proxy_that_refuses_the_message_names_the_sample(tmp_path):
    with socket.socket() as closed:  # bound and not listening: every connection is refused
        closed.bind(("127.0.0.1", 0))
        proxy = f"http://127.0.0.1:{closed.getsockname()[1]}"
        message = unreachable(tmp_path / "home", HTTP_PROXY=proxy, HTTPS_PROXY=proxy, ALL_PROXY=proxy)
    assert message.startswith(MESSAGE)
    assert "programs.source: sample" in message


def test_reading_a_directory_connects_to_nothing(directory):
    """Every way to a network is closed by an audit hook, which stays for the life of its interpreter."""
    code = """
import sys
from codegraft.programs.codecontests import path_shards

def refuse(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.sendto"):
        print(event, arguments, flush=True)

sys.addaudithook(refuse)
for shard in path_shards(sys.argv[1]):
    for row in shard.rows():
        pass
"""
    own = {name: value for name, value in os.environ.items() if not name.startswith("HF_")}
    done = subprocess.run(
        [sys.executable, "-c", code, str(directory)], env=own, cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, "")
