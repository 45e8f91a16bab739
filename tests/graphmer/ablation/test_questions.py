"""All variants are asked for the same items, of files that can be drawn."""

from dataclasses import replace

import numpy as np
import pytest

from codegraft.errors import ModelError
from codegraft.graphmer.ablation.questions import files_of, judged_on, questions_of, windows_by_file
from codegraft.graphmer.ablation.variants import VARIANTS, WHOLE, section_of
from codegraft.graphmer.chains.shards import read_chains
from codegraft.kg.splits.model import Part
from codegraft.params import Ablation, override
from tests.graphmer.ablation.stored import FILES, store_for_ablation
from tests.graphmer.training.cases import small_params, small_task

ABLATION = Ablation(steps=4, seeds=[0, 1, 2], windows=None)


def section(variant=WHOLE):
    return section_of(variant, small_params(), ABLATION)


def thirds(task):
    """Three files, of which the last has no triple."""
    held_out = task.held_out
    file = np.array(["first", "second", "third"])[np.arange(len(held_out)) % 3]
    kept = file[np.repeat(np.arange(len(held_out)), np.diff(held_out.group_offsets))] != "third"
    return replace(task, held_out=held_out.keep_groups(kept)), file


@pytest.mark.parametrize("variant", VARIANTS)
def test_every_variant_is_asked_for_what_the_whole_is_asked_for(variant):
    asked = questions_of(small_task(), section(), section(variant))
    assert asked.asked.any()
    assert asked.hidden.any()


@pytest.mark.parametrize("change", [{"mnm_rate": 0.2}, {"mlm_rate": 0.1}])
def test_a_variant_that_is_asked_for_others_is_refused(change):
    with pytest.raises(ModelError, match="asked for other items"):
        questions_of(small_task(), section(), override(section(), change))


def test_files_in_which_no_tail_is_asked_for_are_left_out():
    task, file = thirds(small_task(240))
    found = windows_by_file(task.held_out, questions_of(task, section(), section()), file)
    assert {name: windows.tolist() for name, windows in found.items()} == {
        "first": list(range(0, len(file), 3)),
        "second": list(range(1, len(file), 3)),
    }


def test_one_file_is_too_few_to_draw_from():
    task = small_task()
    with pytest.raises(ModelError, match=r"^1 held-out files .* two at least: take more ablation.windows"):
        windows_by_file(task.held_out, questions_of(task, section(), section()), np.full(len(task.held_out), "one"))


@pytest.mark.parametrize(("most", "expected"), [(None, 20), (7, 7), (100, 20)])
def test_so_many_windows_are_judged_and_no_more_than_there_are(most, expected):
    task = small_task()
    judged = judged_on(task, most)
    assert len(judged.held_out) == expected
    assert judged.held_out.window[[0, -1]].tolist() == task.held_out.window[[0, -1]].tolist()
    assert judged.train is task.train


def test_a_file_is_named_with_its_repository(tmp_path):
    place = store_for_ablation(tmp_path) / "data/chains"
    chains = read_chains(place).chains.of_part(Part.VALID)
    assert files_of(chains, place).tolist() == [f"r/{FILES[number % 2]}" for number in chains.window]
