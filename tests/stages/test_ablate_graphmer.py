"""Both stages of the ablation, in a directory of their own."""

import json
import shutil

import pytest
from accelerate.state import AcceleratorState

from codegraft.errors import ModelError, ParamsError
from codegraft.graphmer.ablation.variants import VARIANTS
from codegraft.graphmer.training import trainer
from codegraft.graphmer.training.checkpoint import load_model
from codegraft.stages import ablate_graphmer, compare_ablation
from tests.graphmer.ablation.stored import store_for_ablation


@pytest.fixture
def place(tmp_path, monkeypatch):
    """What the stages before have left."""
    AcceleratorState._reset_state(reset_partial_state=True)
    monkeypatch.chdir(store_for_ablation(tmp_path))
    monkeypatch.setattr("joblib.cpu_count", lambda: 1)
    monkeypatch.setattr(trainer, "_A_PROCESSOR", 1)
    return tmp_path


@pytest.fixture
def item(monkeypatch):
    def run(*variants):
        monkeypatch.setattr("sys.argv", ["ablate_graphmer", *variants])
        ablate_graphmer.main()

    return run


def outputs(place):
    found = [*place.glob("data/ablation/*"), *place.glob("models/ablation/*/*")]
    return {file.relative_to(place).as_posix(): file.read_bytes() for file in found}


def test_a_variant_becomes_encoders_and_sums_and_leaves_no_run(place, item):
    item("no_leaves")
    names = [f"models/ablation/no_leaves/seed_{seed}.pt" for seed in (0, 1, 2)]
    assert sorted(outputs(place)) == ["data/ablation/no_leaves.parquet", *names]
    assert load_model(names[2]).trained_on["params"]["use_leaves"] is False
    assert list((place / ".codegraft/ablation").iterdir()) == []


def test_a_second_run_gives_the_same_bytes(place, item):
    item("whole")
    first = outputs(place)
    item("whole")
    assert outputs(place) == first


def test_a_run_that_was_ended_goes_on_and_gives_the_same_bytes(place, item, monkeypatch):
    item("whole")
    first = outputs(place)
    for directory in ("data/ablation", "models/ablation"):
        shutil.rmtree(place / directory)

    def ended(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(ablate_graphmer, "judge", ended)
        with pytest.raises(KeyboardInterrupt):
            item("whole")
    assert outputs(place) == {}
    with monkeypatch.context() as patch:  # every step was taken: none is taken again
        patch.setattr("codegraft.graphmer.training.train.optimize", ended)
        item("whole")
    assert outputs(place) == first


@pytest.mark.parametrize("named", [[], ["whole", "no_leaves"], ["no_heads"]])
def test_a_command_that_names_no_variant_is_refused(place, item, named):
    with pytest.raises(ParamsError, match="whole, no_relation_bias, no_leaves"):
        item(*named)


@pytest.mark.parametrize("missing", ["data/chains/manifest.json", "models/tokenizer/tokenizer.json"])
def test_what_is_missing_is_named(place, item, missing):
    (place / missing).unlink()
    with pytest.raises(ModelError, match=rf"{missing}: no such file; run `dvc repro encode_chains`"):
        item("whole")


def test_two_seeds_are_too_few(place, item):
    text = (place / "params.yaml").read_text().replace("  - 2\n", "", 1)
    (place / "params.yaml").write_text(text)
    with pytest.raises(ParamsError, match=r"ablation.seeds: \[0, 1\] is not allowed: .* at least 3"):
        item("whole")


def test_variants_become_figures_and_a_picture(place, item):
    for variant in VARIANTS:
        item(variant)
    compare_ablation.main()
    figures = json.loads((place / "metrics/ablation.json").read_text())
    assert set(figures["variants"]) == set(VARIANTS)
    assert figures["variants"]["whole"] != figures["variants"]["no_leaves"]
    assert figures["claim"]["relation_bias_improves_mnm_accuracy"]["verdict"] in {"holds", "refuted", "undecided"}
    assert (place / "plots/ablation.png").exists()


def test_a_variant_that_was_not_trained_is_named(place, item):
    item("whole")
    with pytest.raises(ModelError, match=r"no_relation_bias.parquet: no such file; run `dvc repro ablate_graphmer`"):
        compare_ablation.main()
    assert not (place / "metrics/ablation.json").exists()
