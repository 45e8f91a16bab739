"""Stage ``verify``: it records, it does not judge."""

from codegraft.stages import SECONDS
from codegraft.stages import verify as stage
from codegraft.verify.metadata import read_metadata
from tests.verify.repository import edit, read


def test_a_worse_model_is_recorded_and_ends_the_stage_well(root):
    edit(root / "metrics/kg.json", "triples", 12)
    stage.main()
    gates = read(root / "metrics/gates.json")
    assert gates["passed"] is False
    assert gates["missed"]["required"] == 1
    assert gates["gates"]["graph_triples"] | {"note": ""} == {
        "value": 12,
        "rule": "at least",
        "threshold": 30_000,
        "passed": False,
        "required": True,
        "note": "",
    }
    assert read_metadata(root)["validation_results"]["missed_required"] == ["graph_triples"]


def test_figures_that_are_no_numbers_are_recorded_as_undefined(root):
    edit(root / "metrics/linker_train.json", "seeds.0.reader_loss", float("nan"))
    stage.main()
    assert read(root / "metrics/gates.json")["gates"]["finite_metrics"]["value"] == 1
    assert read_metadata(root)["training_results"]["train_linker"]["seeds"]["0"]["reader_loss"] is None


def test_the_gates_are_the_same_bytes_again(root):
    before = (root / "metrics/gates.json").read_bytes()
    stage.main()
    assert (root / "metrics/gates.json").read_bytes() == before


def test_seconds_that_stages_left_are_recorded(root):
    (root / SECONDS).mkdir(parents=True)
    (root / SECONDS / "build_kg.json").write_text('{"stage": "build_kg", "seconds": 4.25}')
    stage.main()
    assert read_metadata(root)["seconds"]["build_kg"] == 4.25
