"""Two equal encoders, one on the cores and one on the CPU, which learn from the same batches."""

from collections import Counter
from dataclasses import dataclass, replace

import torch
from torch import nn

from codegraft.graphmer.batches.batch import Batch
from codegraft.graphmer.batches.data import Epoch
from codegraft.graphmer.batches.draws import Draws
from codegraft.graphmer.encoder.encoder import GraphMER
from codegraft.graphmer.encoder.losses import counts_of
from codegraft.graphmer.training.checkpoint import Meaning
from codegraft.graphmer.training.objective import Objective
from codegraft.graphmer.training.priors import set_priors
from codegraft.graphmer.training.state import TrainingState, new_state, optimizer_for
from codegraft.graphmer.training.step import optimize
from codegraft.training.xla import compilations, fallbacks
from tests.graphmer.training.cases import all_params, small_task

TASK = small_task()
ALL_PARAMS = all_params(batch_tokens=16 * 64, dropout=0.0, lr=1e-4)
PARAMS = ALL_PARAMS.graphmer
"""Two rows for each of eight cores. Adam moves a weight as far for a gradient that is rounding alone as for any other,
so the rate is low enough that this stays below what the tests tell apart."""

MEANING = Meaning(TASK.config(PARAMS), TASK.header.tokenizer, TASK.header.relations)


@dataclass
class Learned:
    """What a few steps came to: of each step terms and norm, and in the end the weights."""

    terms: list[torch.Tensor]
    norms: list[torch.Tensor]
    weights: dict[str, torch.Tensor]


def batches(steps, rows=16) -> list[Batch]:
    epoch = Epoch(TASK.train, TASK.masker(PARAMS, rows), Draws(0, 1))
    return [epoch[number % len(epoch)] for number in range(steps)]


def objective(params=PARAMS, seed=0) -> Objective:
    torch.manual_seed(seed)
    model = GraphMER(TASK.config(params))
    set_priors(model, TASK.train)
    return Objective(model, TASK.rules)


def in_float32(runtime, *, recompute=False):
    return replace(runtime, profile=replace(runtime.profile, precision="no", recompute=recompute))


def learn_plainly(module: Objective, steps, params=PARAMS) -> Learned:
    """The step written down once more, for one device and one micro-batch, without anything that could go wrong."""
    optimizer, terms, norms = optimizer_for(module, params, fused=False), [], []
    for number, batch in enumerate(batches(steps)):
        set_rate(optimizer, number, params)
        said = module(batch, counts_of(batch, module.rules))
        sum(term * weight for term, (_, weight) in zip(said, params.loss_weights, strict=True)).backward()
        terms.append(said.detach())
        norms.append(nn.utils.clip_grad_norm_(module.parameters(), params.clip_norm))
        optimizer.step()
        optimizer.zero_grad()
    return Learned(terms, norms, module.model.state_dict())


def learn_on_cores(module: Objective, steps, runtime, params=PARAMS) -> tuple[Learned, list[int], list[Counter[str]]]:
    """Steps as training takes them; how many programs there were after each, and what fell back in it."""
    wrapped = runtime.wrapped(module)
    optimizer = optimizer_for(wrapped, params, fused=False)
    terms, norms, compiled, fell_back = [], [], [], []
    for number, batch in enumerate(batches(steps)):
        set_rate(optimizer, number, params)
        before = fallbacks()
        step = optimize(wrapped, optimizer, [runtime.placed(batch)], params, runtime, [number])
        fell_back.append(fallbacks() - before)
        compiled.append(compilations())
        terms.append(step.terms.cpu())
        norms.append(step.norm.cpu())
    weights = {name: tensor.cpu() for name, tensor in wrapped.model.state_dict().items()}
    return Learned(terms, norms, weights), compiled, fell_back


def set_rate(optimizer, number, params):
    """Another learning rate in each step, as in training."""
    for group in optimizer.param_groups:
        group["lr"] = params.lr / (1 + number)


def take_steps(state: TrainingState, first, last) -> list[list[float]]:
    """Steps ``first`` to ``last`` with the same batches on any device; terms of each."""
    terms = []
    for number, batch in list(enumerate(batches(last)))[first:]:
        set_rate(state.optimizer, number, PARAMS)
        placed = [state.runtime.placed(batch)]
        terms.append(optimize(state.module, state.optimizer, placed, PARAMS, state.runtime, [number]).terms.tolist())
    return terms


def untrained(runtime) -> TrainingState:
    return new_state(MEANING, TASK, PARAMS, 0, runtime)
