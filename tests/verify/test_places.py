from codegraft.verify.metadata import TRACKED
from codegraft.verify.places import ARTIFACTS, GATES_FILE, METADATA_FILE, METRICS, SERIES, VERIFY, made_by
from tests.pipeline.declared import ROOT, covers, stages

OWN = {GATES_FILE.as_posix(), METADATA_FILE.as_posix()}


def declared(kind):
    return {path: stage.name for stage in stages(ROOT) for path in stage.paths(kind)}


def test_metrics_and_artifacts_are_those_of_dvc_yaml_each_with_its_stage():
    assert {path: name for path, name in declared("metrics").items() if path not in OWN} == dict(METRICS)
    assert {path: name for path, name in declared("outs").items() if path not in OWN} == dict(ARTIFACTS)


def test_series_are_plots_of_dvc_yaml_and_every_series_of_the_repository_is_one():
    assert SERIES.items() <= declared("plots").items()
    files = [file.relative_to(ROOT).as_posix() for end in ("csv", "tsv") for file in ROOT.glob(f"plots/**/*.{end}")]
    assert [file for file in files if not covers(set(SERIES), file)] == []
    assert len(files) > 50


def test_the_stage_depends_on_all_of_them():
    (stage,) = (stage for stage in stages(ROOT) if stage.name == VERIFY)
    assert TRACKED.keys() <= set(stage.paths("deps"))
    assert set(stage.outputs) == OWN


def test_each_path_comes_with_the_stage_that_makes_it():
    assert made_by("metrics/kg.json") == "`dvc repro build_kg`"
    assert made_by("models/ablation/no_leaves") == "`dvc repro ablate_graphmer@no_leaves`"
    assert made_by("run_metadata.json") == "`dvc repro verify`"
