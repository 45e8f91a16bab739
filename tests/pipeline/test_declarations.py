import pytest
import yaml

from tests.pipeline.declarations import faults
from tests.pipeline.declared import ROOT


def test_every_stage_is_declared_as_agreed():
    assert faults(ROOT) == []


def cached_metric(stage):
    stage["metrics"] = ["metrics/export.json"]


def cached_plot(stage):
    stage["plots"] = [{"plots/export.csv": {"x": "step", "cache": True}}]


def uncached_out(stage):
    stage["outs"] = [{"data/bundle.safetensors": {"cache": False}}]


def persistent_out(stage):
    stage["outs"] = [{"data/bundle.safetensors": {"persist": True}}]


def metric_as_out(stage):
    stage["outs"] += [path for entry in stage.pop("metrics") for path in entry]


def plot_as_metric(stage):
    stage["metrics"].append({"plots/export.csv": {"cache": False}})


def data_as_metric(stage):
    stage["metrics"].append({"data/export.json": {"cache": False}})


KNOWN = "a stage has cmd, deps, desc, metrics, outs, params, plots"


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (lambda stage: stage.pop("desc"), "has no desc"),
        (lambda stage: stage.update(desc=" "), "has no desc"),
        (
            lambda stage: stage.update(cmd="python src/export.py"),
            "cmd is not `PYTHONPATH=src python -m codegraft.stages.export`",
        ),
        (lambda stage: stage.update(always_changed=True), f"always_changed is set; {KNOWN}"),
        (lambda stage: stage.update(frozen=True), f"frozen is set; {KNOWN}"),
        (lambda stage: stage.update(wdir=".."), f"wdir is set; {KNOWN}"),
        (metric_as_out, "metrics/export.json stands under outs; a file of metrics/ stands under metrics"),
        (plot_as_metric, "plots/export.csv stands under metrics; a file of plots/ stands under plots"),
        (data_as_metric, "data/export.json stands under metrics; such a file belongs into metrics/"),
        (cached_metric, "metrics/export.json lacks cache: false, so git does not hold it"),
        (cached_plot, "plots/export.csv lacks cache: false, so git does not hold it"),
        (uncached_out, "out data/bundle.safetensors has cache: false; make it a metric or a plot, or cache it"),
        (persistent_out, "data/bundle.safetensors has persist"),
    ],
)
def test_a_declaration_against_the_rule_is_named(copy, edit_stages, change, fault):
    edit_stages(lambda stages: change(stages["export"]))
    assert faults(copy) == [f"export: {fault}"]


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        ("metrics: [metrics/export.json]", "metrics stand at its top; move them to their stage"),
        ("vars: [other.yaml]", "vars at its top is not known here"),
        ("plots: [plots/planted.csv]", "plot plots/planted.csv is no plot of a stage"),
        ("plots: [view: {x: step, y: {plots/planted.csv: loss}}]", "plot plots/planted.csv is no plot of a stage"),
    ],
)
def test_metrics_and_plots_stand_at_their_stage(copy, edit_file, lines, fault):
    edit_file(lambda content: content.update(yaml.safe_load(lines)))
    assert faults(copy) == [f"dvc.yaml: {fault}"]


def test_an_item_of_a_matrix_is_told_its_values(copy, edit_stages):
    edit_stages(lambda stages: stages["ablate_graphmer"].update(cmd="PYTHONPATH=src python -m ablate"))
    assert faults(copy)[0] == (
        "ablate_graphmer@whole: cmd is not `PYTHONPATH=src python -m codegraft.stages.ablate_graphmer whole`"
    )


@pytest.mark.parametrize("unknown", ["${item.seed}", "${graphmer.size}"])
def test_what_no_matrix_gives_is_named(copy, edit_stages, unknown):
    edit_stages(lambda stages: stages["export"].update(desc=f"Export {unknown}."))
    assert faults(copy) == [f"export: {unknown} is no key of its matrix"]
