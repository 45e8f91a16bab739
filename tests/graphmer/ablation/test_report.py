"""A part that helps, one that does nothing and one that hurts are told apart, and so are the answers to the claim."""

from dataclasses import replace

import numpy as np
import pytest

from codegraft.errors import ModelError
from codegraft.graphmer.ablation.report import CLAIM, MEASURES, report_of
from codegraft.graphmer.ablation.variants import PARTS, VARIANTS, WHOLE
from tests.graphmer.ablation.cases import FILES, ITEMS, all_sums, sums


def claim_of(**shift):
    return report_of(all_sums(no_relation_bias=sums(**shift)))["claim"][CLAIM]


def noisy(seed, deviation):
    """Nothing but seeds that differ."""
    drawn = sums()
    shift = np.random.default_rng(seed).normal(0.0, deviation, (3, 1, 1)) * ITEMS
    return replace(drawn, values=drawn.values + shift * np.array([1.0] * 5 + [0.0] * 2))


def test_parts_that_help_do_nothing_or_hurt_are_told_apart():
    planted = {"no_leaves": 0.3, "no_decay": 0.0, "no_positions": -0.3}
    gains = report_of(all_sums(**{name: sums(mnm_loss=shift) for name, shift in planted.items()}))["gains"]
    assert {name: gains[name]["mnm_loss"]["part"] for name in planted} == {
        "no_leaves": "helps",
        "no_decay": "not shown",
        "no_positions": "hurts",
    }
    for name, shift in planted.items():
        assert gains[name]["mnm_loss"]["mean"] == pytest.approx(shift)
        assert gains[name]["mlm_loss"] | {"part": ""} == gains["no_hgat"]["mlm_loss"] | {"part": ""}


@pytest.mark.parametrize(("measure", "worse"), [("mlm_loss", 0.4), ("mlm_accuracy", -0.05), ("mnm_accuracy", -0.05)])
def test_a_gain_is_a_lower_loss_or_a_higher_accuracy(measure, worse):
    gain = report_of(all_sums(no_hgat=sums(**{measure: worse})))["gains"]["no_hgat"][measure]
    assert gain["part"] == "helps"
    assert gain["mean"] == pytest.approx(abs(worse))
    assert gain["low"] <= gain["mean"] <= gain["high"]
    assert gain["over_seeds"]["mean"] == pytest.approx(gain["mean"])


def test_a_gain_in_per_cent_is_of_what_there_is_without_the_part():
    whole, without = sums(), sums(mnm_loss=1.0)
    gain = report_of(all_sums(no_leaves=without))["gains"]["no_leaves"]["mnm_loss"]["percent"]
    mean = {id(one): one.values[:, :, 2].sum() / one.values[:, :, 6].sum() for one in (whole, without)}
    expected = 100 * (mean[id(without)] - mean[id(whole)]) / mean[id(without)]
    assert gain["mean"] == pytest.approx(expected)
    assert gain["low"] < expected < gain["high"]


def test_a_difference_that_only_some_files_show_is_not_shown():
    uneven = sums()
    values = uneven.values.copy()
    values[:, 0, 2] += 3.0 * ITEMS
    assert report_of(all_sums(no_decay=replace(uneven, values=values)))["gains"]["no_decay"]["mnm_loss"]["part"] == (
        "not shown"
    )


def test_a_difference_within_that_of_seeds_is_not_shown():
    found = report_of(all_sums(no_decay=noisy(3, 0.5)))["gains"]["no_decay"]["mnm_loss"]
    assert found["mean"] != 0.0
    assert found["part"] == "not shown"


@pytest.mark.parametrize(
    ("accuracy", "verdict"), [(-0.1, "holds"), (0.0, "refuted"), (-0.02, "refuted"), (0.1, "refuted")]
)
def test_the_claim_is_decided_either_way(accuracy, verdict):
    found = claim_of(mnm_accuracy=accuracy)
    assert found["verdict"] == verdict
    assert found["at_least_percent"] == 10.0


def test_a_gain_of_about_ten_per_cent_leaves_the_claim_open():
    uneven = sums()
    values = uneven.values.copy()
    values[:, ::2, 3] /= 1.25  # every other file: 25 % there, 0 % elsewhere
    found = report_of(all_sums(no_relation_bias=replace(uneven, values=values)))["claim"][CLAIM]
    assert found["percent"]["low"] < 10.0 < found["percent"]["high"]
    assert found["verdict"] == "undecided"


def test_the_claim_is_about_accuracy_and_the_bias_alone():
    helped = all_sums(no_relation_bias=sums(mnm_loss=2.0), no_leaves=sums(mnm_accuracy=-0.2))
    assert report_of(helped)["claim"][CLAIM]["verdict"] == "refuted"


def test_figures_weigh_items_and_not_files():
    one = sums()
    weights = np.linspace(1.0, 5.0, len(FILES))[None, :, None]
    weighed = replace(one, values=one.values * weights)
    found = report_of(dict.fromkeys(VARIANTS, weighed))["variants"][WHOLE]
    means = weighed.values[:, :, 0].sum(axis=1) / weighed.values[:, :, 5].sum(axis=1)
    assert found["mlm_loss"] == pytest.approx(means.mean())
    assert [of_seed["mlm_loss"] for of_seed in found["seeds"].values()] == pytest.approx(means.tolist())


def test_every_variant_and_measure_is_there():
    report = report_of(all_sums())
    assert list(report["variants"]) == list(VARIANTS)
    assert {name: tuple(gains) for name, gains in report["gains"].items()} == dict.fromkeys(PARTS, MEASURES)
    assert report["held_out"] == {"files": 12, "roots": 12 * ITEMS, "tails": 12 * ITEMS}


def test_a_share_of_nothing_is_not_defined():
    nothing = sums()
    values = nothing.values.copy()
    values[:, :, 4] = 0.0
    gain = report_of(all_sums(no_leaves=replace(nothing, values=values)))["gains"]["no_leaves"]["mnm_exact"]
    undefined = {"mean": None, "low": None, "high": None}
    assert gain["percent"] == {**undefined, "over_seeds": undefined}
    assert gain["part"] == "helps"


def test_two_seeds_are_too_few():
    with pytest.raises(ModelError, match="3 trainings at least"):
        report_of({variant: sums(seeds=(0, 1)) for variant in VARIANTS})


def test_one_file_is_too_few():
    with pytest.raises(ModelError, match="one cluster"):
        report_of({variant: sums(files=FILES[:1]) for variant in VARIANTS})


@pytest.mark.parametrize(
    "other",
    [sums(seeds=(0, 1, 3)), sums(files=FILES[1:]), replace(sums(), values=sums().values * 2)],
    ids=["seeds", "files", "items"],
)
def test_variants_that_do_not_compare_are_named(other):
    with pytest.raises(ModelError, match="variants whole and no_decay were trained on other seeds or asked for other"):
        report_of(all_sums(no_decay=other))
