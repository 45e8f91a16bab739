import json
import platform
import re
import subprocess

import pytest
from jsonschema import Draft202012Validator

from codegraft.errors import VerificationError
from codegraft.params import Params, load_params
from codegraft.stages import verify as stage
from codegraft.verify.artifacts import digests
from codegraft.verify.environment import code_of, environment, read_seconds, run_name
from codegraft.verify.metadata import (
    SCHEMA_FILE,
    TRACKED,
    computed,
    dataset_hash,
    differences,
    params_hash,
    read_metadata,
    write_metadata,
)
from codegraft.verify.records import NotMadeError
from codegraft.verify.subject import Subject
from tests.verify.repository import edit, read

SPECIFIED = (
    "schema_version",
    "run_name",
    "dataset_hash",
    "environment",
    "artifacts",
    "checksums",
    "training_results",
    "validation_results",
)


@pytest.fixture
def again(root):
    subject = Subject(root, load_params())
    return computed(subject.records, subject.gates, subject.params.model_dump(), subject.digests)


def test_the_schema_is_one():
    Draft202012Validator.check_schema(json.loads(SCHEMA_FILE.read_text()))


def test_the_specified_fields_are_there_and_say_what_is_there(root):
    metadata = read_metadata(root)
    assert set(SPECIFIED) <= metadata.keys()
    assert metadata["environment"]["python"] == platform.python_version()
    assert metadata["training_results"]["train_graphmer"] == read(root / "metrics/graphmer_train.json")
    assert metadata["validation_results"]["figures"]["graph_triples"] == read(root / "metrics/kg.json")["triples"]
    assert metadata["checksums"].keys() == metadata["artifacts"].keys() == TRACKED.keys()


def test_no_place_of_this_machine_and_no_host_is_written(root):
    text = (root / "run_metadata.json").read_text()
    assert str(root) not in text
    assert platform.node() not in text


@pytest.mark.parametrize("field", [*SPECIFIED, "written_at", "code", "params_hash", "seconds"])
def test_no_field_may_be_missing(root, field):
    edit(root / "run_metadata.json", field, ...)
    with pytest.raises(VerificationError, match=rf"run_metadata\.json: .*'{field}' is a required.*dvc repro verify"):
        read_metadata(root)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("dataset_hash", "unknown"),
        ("params_hash", "A" * 64),
        ("run_name", ""),
        ("written_at", "today"),
        ("written_at", "2026-01-01T00:00:00+02:00"),
        ("code.commit", "HEAD"),
        ("code.changed", "no"),
        ("environment.processors", 0),
        ("environment.packages", {}),
        ("environment.host", "mine"),
        ("seconds", {"build_kg": -1.0}),
        ("seconds", {"../x": 1.0}),
        ("artifacts", {}),
        ("checksums", {}),
        ("checksums", {"data/kg": "sha256"}),
        ("training_results", {}),
        ("training_results", {"train_graphmer": {"seeds": {}}}),
        ("validation_results.passed", "yes"),
        ("validation_results.missed_optional", ["a", "a"]),
        ("validation_results.figures", {"mnm_gain": "14.29 %"}),
    ],
)
def test_a_value_of_another_kind_is_refused_when_read_and_when_written(root, path, value):
    metadata = read_metadata(root)
    edit(root / "run_metadata.json", path, value)
    with pytest.raises(VerificationError, match=re.escape(path.partition(".")[0])):
        read_metadata(root)
    changed = read(root / "run_metadata.json")
    write_metadata(root, metadata)
    with pytest.raises(VerificationError):
        write_metadata(root, changed)
    assert read_metadata(root) == metadata


def test_missing_metadata_come_with_their_command(tmp_path):
    with pytest.raises(NotMadeError, match=r"run_metadata\.json is not there; run `dvc repro verify`"):
        read_metadata(tmp_path)


def test_what_is_computed_again_is_what_was_written(root, again):
    assert differences(read_metadata(root), again) == []


def test_checksums_of_what_is_not_here_are_not_compared_but_have_to_stand_there(root, again):
    metadata = read_metadata(root)
    metadata["checksums"]["data/kg"] = "0" * 64
    metadata["dataset_hash"] = dataset_hash(metadata["checksums"])
    for part in ("artifacts", "checksums"):
        del again[part]["data/kg"]
    assert differences(metadata, again) == []
    del metadata["checksums"]["data/kg"]
    metadata["checksums"]["data/other"] = "0" * 64
    metadata["dataset_hash"] = dataset_hash(metadata["checksums"])
    found = differences(metadata, again)
    assert found == ["checksums of data/other, which no stage makes", "no checksum of data/kg"]


def test_the_data_sets_hash_is_that_of_everything_under_data_and_of_nothing_else(root):
    sums = {path: digest.sha256 for path, digest in digests(root, TRACKED).items()}
    hashed = dataset_hash(sums)
    assert hashed == read_metadata(root)["dataset_hash"]
    assert dataset_hash(dict(reversed(sums.items()))) == hashed
    assert dataset_hash(sums | {"models/graphmer": "0" * 64}) == hashed
    assert dataset_hash(sums | {"data/kg": "0" * 64}) != hashed


def test_the_parameters_hash_is_that_of_their_values():
    assert params_hash({"a": {"b": 1, "c": 2}}) == params_hash({"a": {"c": 2, "b": 1}})
    assert params_hash({"a": 1}) != params_hash({"a": 2})


def test_the_stage_hashes_every_parameter(root):
    assert read_metadata(root)["params_hash"] == params_hash(load_params().model_dump())
    text = (root / "params.yaml").read_text()
    for name in ("seed: 0 ", "threads: 1 "):
        assert name in text
        (root / "params.yaml").write_text(text.replace(name, name.replace("0", "7").replace("1", "2")))
        stage.main()
        assert read_metadata(root)["params_hash"] == params_hash(load_params().model_dump())
    assert set(load_params().model_dump()) == set(Params.model_fields)


def test_the_commit_and_whether_something_was_changed(tmp_path):
    assert code_of(tmp_path) == {"commit": None, "changed": None}
    (tmp_path / "file").write_text("a")
    for command in (["init", "-q", "-b", "trial"], ["add", "."], ["commit", "-q", "-m", "one"]):
        own = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
        subprocess.run(["git", *own, *command], cwd=tmp_path, check=True)
    code = code_of(tmp_path)
    assert re.fullmatch(r"[0-9a-f]{40}", code["commit"])
    assert code["changed"] is False
    assert run_name(tmp_path, "0" * 64) == f"trial-{code['commit'][:7]}"
    (tmp_path / "file").write_text("b")
    assert code_of(tmp_path) == code | {"changed": True}


def test_a_run_is_named_by_dvcs_experiment_else_by_its_parameters(tmp_path, monkeypatch):
    assert run_name(tmp_path, "12345678" * 8) == "params-12345678"
    monkeypatch.setenv("DVC_EXP_NAME", "wider-2")
    assert run_name(tmp_path, "12345678" * 8) == "wider-2"


def test_without_git_nothing_is_said_of_it(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert code_of(tmp_path) == {"commit": None, "changed": None}


def test_packages_have_the_versions_that_run_here():
    from importlib.metadata import version

    packages = environment()["packages"]
    assert packages["torch"] == version("torch")
    assert packages["numpy"] == version("numpy")


def test_seconds_are_what_stages_left_and_nothing_where_none_did(tmp_path):
    assert read_seconds(tmp_path / "nowhere") == {}
    (tmp_path / "a.json").write_text('{"stage": "ablate_graphmer@whole", "seconds": 2}')
    assert read_seconds(tmp_path) == {"ablate_graphmer@whole": 2.0}
    for text in ("{", "[]", '{"stage": "a"}', '{"stage": "a", "seconds": "x"}', '{"stage": "a", "seconds": null}'):
        (tmp_path / "b.json").write_text(text)
        with pytest.raises(VerificationError, match=r"b\.json: not what a stage leaves"):
            read_seconds(tmp_path)
