"""Every variant switches its part off, and nothing else; and is trained as the others are."""

import pytest
import torch

from codegraft.errors import ParamsError
from codegraft.graphmer.ablation.variants import PARTS, VARIANTS, WHOLE, section_of
from codegraft.graphmer.batches.data import Epoch
from codegraft.graphmer.training.checkpoint import Meaning
from codegraft.graphmer.training.evaluate import MASKS, answers_of
from codegraft.graphmer.training.runtime import runtime_of
from codegraft.graphmer.training.state import new_state
from codegraft.graphmer.training.task import Task
from codegraft.params import Ablation, Graphmer
from tests.graphmer.training.cases import CPU, small_params, small_task

ABLATION = Ablation(steps=4, seeds=[0, 1, 2], windows=None)


def section(variant, **changes) -> Graphmer:
    return section_of(variant, small_params(**changes), ABLATION)


def first_answers(task: Task, params: Graphmer):
    """What an encoder of seed 0 says before it has learned anything: losses of roots and of tails."""
    runtime = runtime_of(CPU, params)
    meaning = Meaning(task.config(params), task.header.tokenizer, task.header.relations)
    objective = runtime.objective(new_state(meaning, task, params, 0, runtime).module).eval()
    shaken(objective.model)
    batch = Epoch(task.held_out, task.masker(params, 2), MASKS)[0]
    answers = answers_of(objective, batch, runtime)
    return torch.cat([torch.as_tensor(part).flatten() for part in (answers.root_loss, answers.slot_loss)])


def shaken(model):
    """Weights that begin at zero take part once they are something else."""
    torch.manual_seed(0)
    with torch.no_grad():
        for weight in model.parameters():
            weight += 0.3 * torch.randn_like(weight)


@pytest.mark.parametrize("variant", PARTS)
def test_a_variant_differs_from_the_whole_in_its_switch_alone(variant):
    whole, without = section(WHOLE).model_dump(), section(variant).model_dump()
    assert {name for name in whole if whole[name] != without[name]} == {PARTS[variant]}
    assert whole[PARTS[variant]] is True


def test_every_switch_of_the_encoder_has_its_variant():
    assert {name for name in Graphmer.model_fields if name.startswith("use_")} == set(PARTS.values())


def test_the_whole_is_whole_whatever_the_parameters_say():
    off = dict.fromkeys(PARTS.values(), False) | {"paper_mode": True}
    assert section(WHOLE, **off) == section(WHOLE)


@pytest.mark.parametrize("variant", PARTS)
def test_an_encoder_without_the_part_says_something_else(variant):
    task = small_task()
    assert not torch.equal(first_answers(task, section(WHOLE)), first_answers(task, section(variant)))


@pytest.mark.parametrize("variant", VARIANTS)
def test_the_only_evaluation_of_a_training_is_that_after_the_last_step(variant):
    params = section(variant, eval_every=1)
    assert params.steps == params.eval_every == ABLATION.steps


def test_an_unknown_variant_is_refused():
    with pytest.raises(ParamsError, match="no variant 'no_heads'; expected one of whole, no_relation_bias"):
        section("no_heads")
