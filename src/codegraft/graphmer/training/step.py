"""One step of the optimizer, however many micro-batches and processes it is cut into."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor, nn
from torch.distributed.tensor import DTensor

from codegraft.graphmer.batches.batch import Batch
from codegraft.graphmer.encoder.losses import Losses, counts_of
from codegraft.graphmer.encoder.regularisers import Rules
from codegraft.graphmer.training.runtime import Runtime
from codegraft.params import Graphmer


class Step(NamedTuple):
    """What a step came to, on the device.

    Attributes:
        terms: [5] of the loss, over all processes.
        norm: of the gradient before it was clipped.
    """

    terms: Tensor
    norm: Tensor


def optimize(
    module: nn.Module,
    optimizer: torch.optim.Optimizer,
    batches: Sequence[Batch],
    params: Graphmer,
    runtime: Runtime,
    seeds: Sequence[int],
) -> Step:
    """Learn from the batches of this process, with the others.

    Terms are sums over the items of all micro-batches of all processes, divided by their number: so how a step is cut
    changes no loss and no gradient, but for what dropout draws. Nothing here waits for the device.

    Args:
        module: an objective as :meth:`Runtime.wrapped` gives it.
        optimizer: over its weights.
        batches: on the device.
        params: weights of the terms and the bound of the norm.
        runtime: where it runs.
        seeds: of the dropout, one for each batch.
    """
    counts = counts_together(batches, runtime.objective(module).rules, runtime)
    weights = torch.tensor([weight for _, weight in params.loss_weights], device=runtime.device)
    terms = torch.zeros_like(weights)
    for number, (batch, seed) in enumerate(zip(batches, seeds, strict=True), 1):
        runtime.seed(seed)
        with runtime.exchanging(module, now=number == len(batches)):
            with runtime.precision():
                of_batch = module(batch, counts)
            # Gradients are averaged over processes where losses are shares of a sum.
            runtime.backward((of_batch * weights).sum() * runtime.cut.processes)
        terms += of_batch.detach()
    norm = nn.utils.clip_grad_norm_(module.parameters(), params.clip_norm)
    optimizer.step()
    optimizer.zero_grad()
    together = runtime.summed(terms)
    runtime.executed()
    return Step(together, norm.full_tensor() if isinstance(norm, DTensor) else norm)


def counts_together(batches: Sequence[Batch], rules: Rules, runtime: Runtime) -> Losses:
    """How many items each term is the mean of in a step: of all micro-batches of all processes."""
    own = torch.stack([torch.stack(list(counts_of(batch, rules))) for batch in batches]).sum(dim=0)
    return Losses(*runtime.summed(own).unbind())


def dropout_seeds(seed: int, step: int, runtime: Runtime) -> list[int]:
    """Seeds of this process's micro-batches: each depends on the seed, the step and the number of the micro-batch."""
    cut = runtime.cut
    numbers = range(runtime.rank, cut.batches * cut.processes, cut.processes)
    return [drawn_seed(seed, step, number) for number in numbers]


def drawn_seed(*numbers: int) -> int:
    """A seed for PyTorch that hangs on all of these numbers."""
    return int(np.random.SeedSequence(list(numbers)).generate_state(1, np.uint64)[0] >> 1)
