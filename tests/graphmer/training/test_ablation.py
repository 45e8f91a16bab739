"""The ablation compares like with like: same items, same weights of items, tails that only a control exchanges."""

from collections import Counter
from dataclasses import replace

import numpy as np
import pytest

from benchmarks import graphmer_ablation as ablation
from codegraft.errors import ModelError
from codegraft.graphmer.batches.baselines import count
from codegraft.graphmer.batches.scores import Scores
from tests.graphmer.training.cases import small_params, small_task

EXCHANGED = {"tail_entity", "shortened", "tail_offsets", "tail_tokens"}


def tails(chains):
    """Relation and all that is known of the tail, group by group."""
    groups = (group for chain in chains for group in chain.groups)
    return [(group.relation, group.tail, group.tail_entity, group.shortened) for group in groups]


def thirds(task):
    """Three files, of which the last has no triple."""
    held_out = task.held_out
    file = np.array(["first", "second", "third"])[np.arange(len(held_out)) % 3]
    kept = file[np.repeat(np.arange(len(held_out)), np.diff(held_out.group_offsets))] != "third"
    return replace(task, held_out=held_out.keep_groups(kept)), file


def scores(loss, roots, tails):
    return Scores(loss, 0.5, 2 * loss, 0.25, 0.125, roots, tails)


def sums(by_seed):
    """Of scores by seed and file, what the report is made of."""
    items = np.array([[[one.roots] * 2 + [one.tails] * 3 + [1, 1] for one in by_file] for by_file in by_seed])
    return list(np.array(by_seed) * items)


def report_of(variants):
    return ablation.report_of({name: sums(by_seed) for name, by_seed in variants.items()}, ["a", "b"])


def test_shuffled_tails_are_exchanged_within_a_relation_and_nothing_else_is():
    chains = small_task().train
    shuffled = ablation.shuffled_tails(chains, np.random.default_rng(0))
    before, after = tails(chains), tails(shuffled)
    assert Counter(before) == Counter(after)
    assert [relation for relation, *_ in before] == [relation for relation, *_ in after]
    assert np.mean([one != other for one, other in zip(before, after, strict=True)]) > 0.5
    for name in chains.arrays().keys() - EXCHANGED:
        np.testing.assert_array_equal(chains.arrays()[name], shuffled.arrays()[name], err_msg=name)


def test_a_seed_decides_how_tails_are_shuffled():
    chains = small_task().train
    once, again, other = (ablation.shuffled_tails(chains, np.random.default_rng(seed)) for seed in (0, 0, 1))
    assert tails(once) == tails(again) != tails(other)


def test_all_variants_are_asked_for_the_same_items():
    task, params = small_task(), small_params()
    asked = ablation.items_of(task, params)
    assert asked.asked.any()
    assert asked.hidden.any()


@pytest.mark.parametrize("change", [{"mnm_rate": 0.2}, {"mlm_rate": 0.1}])
def test_a_variant_that_is_asked_for_others_is_refused(change, monkeypatch):
    monkeypatch.setitem(ablation.VARIANTS, "fewer", ablation.Variant(change))
    with pytest.raises(ModelError, match="'fewer' is asked for other items"):
        ablation.items_of(small_task(), small_params())


def test_files_in_which_no_tail_is_asked_for_are_left_out():
    task, file = thirds(small_task(240))
    found = ablation.windows_by_file(task.held_out, ablation.items_of(task, small_params()), file)
    assert {name: windows.tolist() for name, windows in found.items()} == {
        "first": list(range(0, len(file), 3)),
        "second": list(range(1, len(file), 3)),
    }


def test_one_file_is_too_few_to_draw_from():
    task, asked = small_task(), ablation.items_of(small_task(), small_params())
    with pytest.raises(ModelError, match=r"^1 held-out files .* two at least"):
        ablation.windows_by_file(task.held_out, asked, np.full(len(task.held_out), "one"))


def test_files_together_score_as_all_windows_at_once():
    task, params = small_task(), small_params()
    counted = count(task.train, task.header.vocabulary, len(task.header.relations), task.header.tail_slots)
    numbers = np.arange(len(task.held_out))
    (at_once,) = ablation.score_files(task, params, [numbers], counted.frequencies)
    parts = ablation.score_files(task, params, [numbers[::2], numbers[1::2]], counted.frequencies)
    assert parts.sum(axis=0) == pytest.approx(at_once)
    asked = ablation.items_of(task, params)
    assert at_once[5:].tolist() == [asked.asked.sum(), asked.hidden.sum()]


def test_differences_weigh_items_and_pair_files_and_seeds():
    whole = [[scores(loss, 1, 3), scores(2 * loss, 3, 1)] for loss in (1.0, 2.0, 3.0)]
    worse = [[one._replace(mlm_loss=one.mlm_loss + 1) for one in by_file] for by_file in whole]
    report = report_of({ablation.WHOLE: whole, "worse": worse})
    assert report[ablation.WHOLE]["mlm_loss"]["mean"] == pytest.approx(2 * (1 + 3 * 2) / 4)
    assert report[ablation.WHOLE]["mnm_loss"]["mean"] == pytest.approx(4 * (3 + 2) / 4)
    for name, expected in ((ablation.WHOLE, 0.0), ("worse", 1.0)):
        for way in ("over_seeds", "over_files_and_seeds"):
            said = report[name]["mlm_loss"]["minus_whole"][way]
            assert said == pytest.approx({"mean": expected, "low": expected, "high": expected})


def test_a_difference_in_one_file_alone_is_not_sure():
    whole = [[scores(1.0, 2, 2), scores(1.0, 2, 2)] for _ in ablation.SEEDS]
    worse = [[one, other._replace(mnm_loss=4.0)] for one, other in whole]
    said = report_of({ablation.WHOLE: whole, "worse": worse})["worse"]["mnm_loss"]["minus_whole"]
    assert said["over_seeds"] == pytest.approx({"mean": 1.0, "low": 1.0, "high": 1.0})
    assert said["over_files_and_seeds"] == pytest.approx({"mean": 1.0, "low": 0.0, "high": 2.0})


def test_the_table_has_a_row_for_each_variant_and_baseline():
    whole = [[scores(1.0, 2, 2), scores(1.0, 2, 2)] for _ in ablation.SEEDS]
    worse = [[one._replace(mnm_loss=3.0) for one in by_file] for by_file in whole]
    variants = report_of({ablation.WHOLE: whole, "worse": worse})
    report = {"variants": variants, "baselines": {"frequencies": whole[0][0]._asdict()}}
    _, _, *rows = ablation.table_of(report)
    assert [row.split(" | ")[:2] for row in rows] == [
        ["| whole", "2.000"],
        ["| worse", "3.000 (+1.000 [+1.000, +1.000])"],
        ["| counting: frequencies", "2.000"],
    ]


@pytest.mark.parametrize("variant", ablation.VARIANTS)
def test_every_variant_trains_and_is_judged_by_file(variant):
    task, params = small_task(), small_params(steps=2, eval_every=2)
    numbers = np.arange(len(task.held_out))
    files = [numbers[::2], numbers[1::2]]
    found = ablation.trained_scores(task, params, variant, 0, files)
    asked = ablation.items_of(task, params)
    assert found[:, 6].sum() == asked.hidden.sum()
    assert np.isfinite(found).all()
