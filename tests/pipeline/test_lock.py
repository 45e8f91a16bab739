import re

import yaml

from tests.pipeline.lock import faults


def test_lock_and_metrics_belong_to_this_code(copy):
    assert faults(copy) == []


def test_a_changed_module_is_noticed(copy):
    with (copy / "src/codegraft/errors.py").open("a") as out:
        out.write("# planted\n")
    assert any(fault.startswith("sources: would run again") for fault in faults(copy))


def test_a_changed_parameter_is_noticed(copy):
    params = copy / "params.yaml"
    params.write_text(re.sub("max_file_bytes: [0-9]+", "max_file_bytes: 5", params.read_text()))
    assert any(fault.startswith("sources: would run again") for fault in faults(copy))


def test_an_edited_metric_is_noticed(copy):
    (copy / "metrics/sources.json").write_text("{}\n")
    assert any(fault.startswith("sources: would run again") for fault in faults(copy))


def test_a_metric_that_was_not_committed_is_noticed(copy):
    (copy / "metrics/sources.json").unlink()
    assert any(fault.startswith("metrics/sources.json is not there") for fault in faults(copy))


def test_a_stage_without_an_entry_is_noticed(copy):
    lock = yaml.safe_load((copy / "dvc.lock").read_text())
    del lock["stages"]["sources"]
    (copy / "dvc.lock").write_text(yaml.safe_dump(lock))
    assert any(fault.startswith("sources: would run again") for fault in faults(copy))


def test_a_missing_lock_is_noticed(copy):
    (copy / "dvc.lock").unlink(missing_ok=True)
    assert faults(copy) == ["dvc.lock is missing: run `make repro` and commit it"]
