"""Where a training runs: a device, one or several processes, and what suits them; nothing else speaks to accelerate."""

import importlib
from abc import ABC, abstractmethod
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import Any

import torch
from accelerate import Accelerator
from accelerate.utils import gather_object
from torch import Tensor, nn
from torch.distributed.device_mesh import init_device_mesh
from torch.distributed.fsdp import fully_shard, register_fsdp_forward_method

from codegraft.errors import ParamsError
from codegraft.graphmer.batches.batch import Batch
from codegraft.graphmer.training.objective import Objective
from codegraft.graphmer.training.profiles import Cut, Profile, cut_of, profile_of
from codegraft.params import Graphmer


@dataclass(frozen=True, kw_only=True)
class Runtime(ABC):
    """Where a training runs, and how what a step asks for is done there.

    Attributes:
        profile: of the device.
        cut: of an optimizer step among processes and micro-batches.
        sharded: whether each process keeps a part of the weights only (FSDP), instead of all of them.
    """

    profile: Profile
    cut: Cut
    sharded: bool = False

    @property
    def silent(self) -> bool | None:
        """Whether to show no progress: True in all processes but the main one, None to let the terminal decide."""
        return None if self.is_main else True

    @property
    @abstractmethod
    def device(self) -> torch.device:
        """Where batches and weights are."""

    @property
    @abstractmethod
    def rank(self) -> int:
        """Number of this process."""

    @property
    @abstractmethod
    def is_main(self) -> bool:
        """Whether this process is the one that writes."""

    @abstractmethod
    def wrapped(self, objective: Objective) -> nn.Module:
        """The objective on the device, ready for steps that several processes share."""

    @abstractmethod
    def objective(self, module: nn.Module) -> Objective:
        """What :meth:`wrapped` was given."""

    @abstractmethod
    def placed(self, batch: Batch) -> Batch:
        """A batch on the device."""

    @abstractmethod
    def seed(self, number: int) -> None:
        """Seed what dropout is drawn from."""

    @abstractmethod
    def precision(self) -> AbstractContextManager[None]:
        """Around a forward pass: products are computed in the precision of the profile."""

    @abstractmethod
    def exchanging(self, module: nn.Module, *, now: bool) -> AbstractContextManager[None]:
        """Around a micro-batch: whether processes exchange gradients after it, or add them up until a later one."""

    @abstractmethod
    def backward(self, loss: Tensor) -> None:
        """Add the gradients of a loss."""

    @abstractmethod
    def executed(self) -> None:
        """Have computed what was asked for: a step, or an answer, is complete."""

    @abstractmethod
    def summed(self, values: Tensor) -> Tensor:
        """The sum over all processes, in each of them."""

    @abstractmethod
    def gathered(self, value: Any) -> list[Any]:
        """The values of all processes, in the order of their numbers, in each of them."""

    @abstractmethod
    def wait(self) -> None:
        """Until all processes are here."""


@dataclass(frozen=True, kw_only=True)
class Accelerated(Runtime):
    """A CPU or a GPU, by one process or several, through accelerate.

    Attributes:
        accelerator: device, precision and processes.
    """

    accelerator: Accelerator

    @property
    def device(self) -> torch.device:
        """The accelerator's."""
        return torch.device(self.accelerator.device)

    @property
    def rank(self) -> int:
        """Number of this process."""
        return int(self.accelerator.process_index)

    @property
    def is_main(self) -> bool:
        """Whether this is the first process."""
        return bool(self.accelerator.is_main_process)

    def wrapped(self, objective: Objective) -> nn.Module:
        """The objective, in DDP if there are several processes, or in shards."""
        objective.rules = objective.rules.to(self.device)
        objective.model.stack.recompute = self.profile.recompute
        if not self.sharded:
            module: nn.Module = self.accelerator.prepare_model(objective)
            return module
        # Not by accelerate, whose FSDP leaves out the CPU, on which tests run.
        mesh = init_device_mesh(self.device.type, (self.cut.processes,))
        for layer in objective.model.stack.layers:
            fully_shard(layer, mesh=mesh)
        fully_shard(objective.to(self.device), mesh=mesh)
        register_fsdp_forward_method(objective, Objective.answer.__name__)
        return objective

    def objective(self, module: nn.Module) -> Objective:
        """What is wrapped."""
        objective: Objective = self.accelerator.unwrap_model(module)
        return objective

    def placed(self, batch: Batch) -> Batch:
        """A copy on the device, which computes nothing for places that no row needs."""
        return batch.trimmed().to(self.device)

    def seed(self, number: int) -> None:
        """Seed PyTorch's generators on every device."""
        torch.manual_seed(number)

    def precision(self) -> AbstractContextManager[None]:
        """Autocast, if the profile asks for it."""
        autocast: AbstractContextManager[None] = self.accelerator.autocast()
        return autocast

    def exchanging(self, module: nn.Module, *, now: bool) -> AbstractContextManager[None]:
        """DDP's ``no_sync``, but for the last micro-batch; shards exchange after each."""
        if now:
            return nullcontext()
        later: AbstractContextManager[None] = self.accelerator.no_sync(module)
        return later

    def backward(self, loss: Tensor) -> None:
        """Add the gradients of a loss."""
        self.accelerator.backward(loss)

    def executed(self) -> None:
        """Nothing: these devices begin at once."""

    def summed(self, values: Tensor) -> Tensor:
        """By all-reduce."""
        total: Tensor = self.accelerator.reduce(values, "sum")
        return total

    def gathered(self, value: Any) -> list[Any]:
        """By all-gather of plain data."""
        found: list[Any] = gather_object([value])
        return found

    def wait(self) -> None:
        """At a barrier."""
        self.accelerator.wait_for_everyone()


def runtime_of(device: torch.device, params: Graphmer, *, sharded: bool = False) -> Runtime:
    """Where this process trains; it joins the others that ``accelerate launch`` or ``torchrun`` started.

    Raises:
        ParamsError: a step cannot be shared out evenly, or there is one process alone and nothing to shard.
    """
    if device.type == "xla":
        # Not above: it subclasses Runtime, and its libraries are in an environment of their own.
        of_cores: Runtime = importlib.import_module("codegraft.graphmer.training.xla").xla_runtime(params)
        return of_cores
    profile = profile_of(device)
    accelerator = Accelerator(cpu=device.type == "cpu", mixed_precision=profile.precision)
    if sharded and accelerator.num_processes == 1:
        raise ParamsError("--shard needs several processes: put `torchrun --nproc-per-node 2` in front")
    cut = cut_of(params, profile, accelerator.num_processes)
    return Accelerated(profile=profile, cut=cut, sharded=sharded, accelerator=accelerator)
