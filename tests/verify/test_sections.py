import os
import shutil
import time

import pytest

from codegraft.errors import VerificationError
from codegraft.params import load_params
from codegraft.verify import sections as module
from codegraft.verify.places import ARTIFACTS
from codegraft.verify.sections import Checked, check_artifacts, check_metadata, sections
from codegraft.verify.subject import Subject
from tests.verify.repository import edit


def subject(root, **options):
    return Subject(root, load_params(), **options)


def test_a_clone_without_data_passes_and_says_what_is_not_here(root, verify):
    shutil.rmtree(root / "data")
    shutil.rmtree(root / "models")
    (root / "run_metadata.json").unlink()
    code, output = verify()
    assert code == 0
    assert f"{len(ARTIFACTS) + 1} absent" in output
    assert "not here  data/kg: `dvc pull` or `dvc repro build_kg`" in output
    assert "not here  run_metadata.json: `dvc pull` or `dvc repro verify`" in output


def test_the_same_clone_fails_where_everything_has_to_be_here(root, verify):
    shutil.rmtree(root / "data/kg")
    (root / "run_metadata.json").unlink()
    code, output = verify("--complete")
    assert code == 1
    assert "FAULT data/kg: absent; `dvc repro build_kg` makes it" in output
    assert "FAULT run_metadata.json: absent; `dvc repro verify` makes it" in output
    assert "FAULT run_metadata.json is not there; run `dvc repro verify`" in output


def test_metrics_and_plots_may_never_be_absent(root):
    (root / "plots/tsne.png").write_bytes((root / "plots/linker/losses.csv").read_bytes())
    shutil.rmtree(root / "plots/linker")
    assert check_artifacts(subject(root)).faults == ["plots/linker: absent; `dvc repro train_linker` makes it"]


def test_data_without_metadata_are_no_clone_without_data(root):
    metadata = root / "run_metadata.json"
    edit(metadata, "artifacts.data/kg.md5", "0" * 32 + ".dir")
    shutil.rmtree(root / "data/kg")
    faults = check_metadata(subject(root)).faults
    assert faults == ["run_metadata.json: artifacts.data/kg.md5: of another run than dvc.lock"]


def test_the_time_of_a_file_is_not_believed_either_way(root):
    for name in ("models/linker/a.bin", "metrics/kg.json"):
        os.utime(root / name, (time.time() + 9, time.time() + 9))
    assert check_artifacts(subject(root)).faults == []


def test_a_check_that_cannot_be_made_is_a_fault_and_the_others_go_on(root, monkeypatch):
    def broken(_):
        raise VerificationError("nothing to check")

    monkeypatch.setattr(module, "SECTIONS", {"broken": broken, "whole": lambda _: Checked(["well"], [])})
    assert list(sections(subject(root))) == [("broken", Checked([], ["nothing to check"])), ("whole", (["well"], []))]


@pytest.mark.parametrize(("options", "code"), [((), 0), (("--strict",), 1)])
def test_missed_optional_gates_are_shown_and_fail_where_that_is_asked(root, verify, options, code):
    found, output = verify(*options)
    assert found == code
    assert "missed  graphmer_call_graph_f1" in output
    assert ("FAULT graphmer_call_graph_f1: 0.35558, at least 0.63 is asked" in output) is bool(code)


def test_required_and_optional_gates_stand_apart(root, verify):
    _, output = verify()
    required, optional = output.split("optional: ")
    assert "required: " in required
    assert "mnm_gain" in required
    assert "mnm_gain" not in optional
    assert "graphmer_dependency_f1" not in required
    assert "graphmer_dependency_f1" in optional
