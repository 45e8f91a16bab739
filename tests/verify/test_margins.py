"""Each margin is the figure that its words promise: the least one, its low end, positive where the model is better."""

import math

import pytest

from codegraft.errors import VerificationError
from codegraft.params import load_params
from codegraft.verify.found import at, number
from codegraft.verify.gates import judge
from codegraft.verify.records import Records
from tests.verify.repository import edit, read

GAINS = "better_than.repository_inductive"


@pytest.fixture
def gate(root):
    return lambda name: judge(Records(root), load_params().gates)[name]


def test_the_least_gain_of_any_depth_over_any_constant_counts(root, gate):
    edit(root / "metrics/embed_nodes.json", "layers.2.gain_over.parent_kind.low", 0.125)
    edit(root / "metrics/embed_nodes.json", "layers.3.gain_over.neighbour_kinds.low", 0.001)
    found = gate("nodes_over_constants")
    assert (found.value, found.passed, found.note) == (0.125, True, "least in layers.2.gain_over.parent_kind.low")
    edit(root / "metrics/embed_nodes.json", "layers.2.gain_over.majority.low", -0.25)
    assert (gate("nodes_over_constants").value, gate("nodes_over_constants").passed) == (-0.25, False)


def test_a_margin_of_zero_is_none(root, gate):
    edit(root / "metrics/embed_nodes.json", "layers.1.gain_over.random_encoder.low", 0.0)
    assert not gate("nodes_over_untrained").passed


@pytest.mark.parametrize("name", ["relation_frequency", "repository_popularity"])
def test_the_linker_is_held_to_each_way_of_ignoring_the_question(root, gate, name):
    edit(root / "metrics/graphmer_eval.json", f"{GAINS}.{name}.gain.low", -0.5)
    found = gate("linker_over_constants")
    assert (found.value, found.passed, found.note) == (-0.5, False, f"least in {GAINS}.{name}.gain.low")


def test_an_undecided_comparison_is_not_computed(root, gate):
    edit(root / "metrics/graphmer_eval.json", f"{GAINS}.untrained", {"better": False, "undecided": "one seed"})
    found = gate("linker_over_untrained")
    assert (found.value, found.passed) == (None, False)
    missing = f"metrics/graphmer_eval.json: no {GAINS}.untrained.gain.low in it"
    assert found.note == f"not computed: {missing}; run `dvc repro evaluate_graphmer`"


def test_the_ends_of_intervals_that_are_nearest_to_each_other_are_held_apart(root, gate):
    edit(root / "metrics/humaneval.json", "auroc_within_problem", {"low": 0.625, "mean": 0.7, "high": 0.8})
    edit(root / "metrics/humaneval.json", "baselines.constant.auroc_within_problem", {"low": 0.25, "high": 0.5})
    assert gate("humaneval_over_constants").value == 0.125


def test_of_the_relation_bias_the_low_end_counts_as_a_share(root, gate):
    claim = "claim.relation_bias_improves_mnm_accuracy.percent"
    edit(root / "metrics/ablation.json", claim, {"low": 10.0, "mean": 14.29, "high": 20.0})
    found = gate("relation_bias_gain")
    assert (found.value, found.passed, found.note) == (0.1, True, "low end; mean 0.143")


@pytest.mark.parametrize(("measure", "better"), [("loss", -1), ("accuracy", 1), ("exact", 1)])
def test_better_is_lower_of_a_loss_and_higher_of_an_accuracy(root, gate, measure, better):
    file = root / "metrics/graphmer_train.json"
    for seed, step in zip("012", (0.01, 0.02, 0.03), strict=True):
        before = read(file)["seeds"][seed]["before"]["mnm"][measure]
        counted = [one["mnm"][measure] for one in read(file)["baselines"].values()]
        rival = min(before, *counted) if better < 0 else max(before, *counted)
        edit(file, f"seeds.{seed}.after.mnm.{measure}", rival + better * (0.1 + step))
    found = gate(f"encoder_mnm_{measure}")
    assert found.value == pytest.approx(0.12 - 4.302653 * 0.01 / math.sqrt(3))
    assert found.passed


@pytest.mark.parametrize("value", [math.nan, math.inf, None, "0.9", True])
@pytest.mark.parametrize("seed", "012")
def test_a_seed_whose_figure_is_no_number_hides_behind_no_other(root, gate, seed, value):
    edit(root / "metrics/graphmer_train.json", f"seeds.{seed}.after.mnm.accuracy", value)
    for name in ("encoder_mnm_accuracy", "mnm_gain"):
        assert (gate(name).value, gate(name).passed) == (None, False)


def test_a_number_is_found_by_its_place_and_a_missing_place_is_named(root):
    records = Records(root)
    assert at(records, "metrics/kg.json", "by_language") == {"java": 9582, "python": 337692}
    assert number(records, "metrics/kg.json", "by_language.java") == 9582.0
    assert math.isnan(number(records, "metrics/kg.json", "by_language"))
    for path in ("nowhere", "by_language.c", "triples.deeper"):
        with pytest.raises(VerificationError, match=rf"metrics/kg\.json: no {path} in it; run `dvc repro build_kg`"):
            number(records, "metrics/kg.json", path)
