"""Where a training runs when it runs on a TPU: one process, all cores, a share of the rows of each batch on each."""

from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from typing import Any

import torch
from torch import Tensor, nn

from codegraft.errors import ParamsError
from codegraft.graphmer.batches.batch import Batch
from codegraft.graphmer.training.objective import Objective
from codegraft.graphmer.training.profiles import Cut, Profile, cut_of, profile_of
from codegraft.graphmer.training.runtime import Runtime
from codegraft.params import Graphmer
from codegraft.training.xla import Cores, execute, norm_by_rows, open_cores, recompute_on_cores, seed_cores


@dataclass(frozen=True, kw_only=True)
class XlaRuntime(Runtime):
    """A step on all cores of a TPU. Of processes there is one; the cores exchange their gradients by themselves.

    Attributes:
        cores: of the machine.
    """

    cores: Cores

    @property
    def device(self) -> torch.device:
        """Stands for all cores."""
        return self.cores.device

    @property
    def is_main(self) -> bool:
        """True."""
        return True

    @property
    def rank(self) -> int:
        """0."""
        return 0

    def wrapped(self, objective: Objective) -> nn.Module:
        """The objective with all its weights on every core."""
        objective.rules = objective.rules.to(self.device)
        norm_by_rows(objective)
        if self.profile.recompute:
            for layer in objective.model.stack.layers:
                recompute_on_cores(layer)
        return objective.to(self.device)

    def objective(self, module: nn.Module) -> Objective:
        """The module itself: nothing wraps it.

        Raises:
            TypeError: it is no objective.
        """
        if not isinstance(module, Objective):
            raise TypeError(f"expected an Objective, found {type(module).__name__}")
        return module

    def exchanging(self, module: nn.Module, *, now: bool) -> AbstractContextManager[None]:
        """Nothing: gradients are sums over all cores wherever they are used."""
        return nullcontext()

    def precision(self) -> AbstractContextManager[None]:
        """Matrix products in the profile's precision."""
        return torch.autocast("xla", torch.bfloat16, enabled=self.profile.precision == "bf16")

    def backward(self, loss: Tensor) -> None:
        """Add to the gradients."""
        torch.autograd.backward(loss)

    def summed(self, values: Tensor) -> Tensor:
        """The values: they are sums over all cores already."""
        return values

    def gathered(self, value: Any) -> list[Any]:
        """The value: there is no other process."""
        return [value]

    def wait(self) -> None:
        """Nothing: there is no other process."""

    def placed(self, batch: Batch) -> Batch:
        """The batch, of which each core has as many rows.

        Raises:
            HardwareError: the cores are not a divisor of the rows.
        """
        return Batch(*map(self.cores.share_out, batch))

    def seed(self, number: int) -> None:
        """Seed the dropout on the cores."""
        seed_cores(number)

    def executed(self) -> None:
        """Have everything computed that was asked for."""
        execute()


def xla_runtime(params: Graphmer) -> XlaRuntime:
    """Training on every core that torch_xla reaches.

    Raises:
        ParamsError: a step has no whole number of rows for each core.
        HardwareError: there is no TPU, nor a rehearsal on the CPU.
    """
    cores = open_cores()
    profile = _for_cores(profile_of(cores.device), cores.number)
    return XlaRuntime(profile=profile, cut=_cut(params, profile, cores.number), cores=cores)


def _for_cores(profile: Profile, cores: int) -> Profile:
    """The profile with as many rows for each core."""
    return replace(profile, rows=max(profile.rows // cores, 1) * cores)


def _cut(params: Graphmer, profile: Profile, cores: int) -> Cut:
    if params.batch_tokens % (params.length * cores):
        raise ParamsError(
            f"graphmer.batch_tokens: {params.batch_tokens} is no multiple of graphmer.length ({params.length}) times "
            f"the number of cores ({cores}); take a multiple of {params.length * cores}"
        )
    rows, batches, _ = cut_of(params, replace(profile, rows=profile.rows // cores), cores)
    return Cut(rows * cores, batches, 1)
