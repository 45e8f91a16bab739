"""All cores of a TPU as one device: torch_xla in its SPMD mode.

    cores = open_cores()
    model.to(cores.device)                               # every core has all weights
    batch = [cores.share_out(part) for part in batch]    # and as many rows as the others
    ...                                                  # forward, backward, optimizer
    execute()                                            # once a step

There is one process and one program. What is computed is written down first; :func:`execute` has it compiled, cut among
the cores with the sums of gradients that this takes, and run. A program that was seen before is not compiled again.

torch_xla holds torch at a version of its own, hence has an environment of its own (requirements-tpu.txt). The functions
here import it when they are called, so that this module loads without it.
"""

import importlib.util
import os
from collections import Counter
from dataclasses import dataclass
from typing import Any, Final

import torch
from torch import Tensor, nn

from codegraft.errors import HardwareError

REHEARSAL: Final = "CPU_NUM_DEVICES"
"""Variable that says how many devices the CPU plays; without it a machine that has no TPU is refused."""


@dataclass(frozen=True)
class Cores:
    """Every core that torch_xla reaches.

    Attributes:
        device: stands for all of them.
        kind: ``TPU``, or ``CPU`` in a rehearsal.
        number: how many there are.
        mesh: torch_xla's own description of them, in one row.
    """

    device: torch.device
    kind: str
    number: int
    mesh: Any

    def share_out(self, tensor: Tensor) -> Tensor:
        """A copy of a tensor [B, ...] of which each core has as many rows.

        Raises:
            HardwareError: the cores are not a divisor of B; torch_xla would compute with rows of padding.
        """
        if tensor.shape[0] % self.number:
            raise HardwareError(
                f"{tensor.shape[0]} rows cannot be shared out evenly among {self.number} cores; "
                f"make it a multiple of {self.number}"
            )
        from torch_xla.distributed.spmd import mark_sharding

        shared = tensor.to(self.device)
        mark_sharding(shared, self.mesh, (0, *(None,) * (tensor.ndim - 1)))
        return shared


def open_cores() -> Cores:
    """All cores, in SPMD mode from now on: call it before anything else is asked of torch_xla.

    Raises:
        HardwareError: there is no torch_xla; or it finds no TPU, and nobody asked for a rehearsal on the CPU.
    """
    if importlib.util.find_spec("torch_xla") is None:
        raise HardwareError(
            "hardware: tpu needs torch_xla, which holds torch at its own version: make an environment of its own with "
            "`pip install -r requirements-tpu.txt`"
        )
    import torch_xla
    import torch_xla.runtime
    from torch_xla.distributed.spmd import get_1d_mesh

    if not torch_xla.runtime.is_spmd():
        torch_xla.runtime.use_spmd()
    kind = str(torch_xla.runtime.device_type())
    if kind != "TPU" and REHEARSAL not in os.environ:
        raise HardwareError(
            f"hardware: tpu is not on this machine: torch_xla finds {kind} alone; "
            f"to rehearse on its CPU set PJRT_DEVICE=CPU and {REHEARSAL}=8"
        )
    number = int(torch_xla.runtime.global_runtime_device_count())
    return Cores(torch_xla.device(), kind, number, get_1d_mesh("data"))


def execute() -> None:
    """Run what was written down since the last time."""
    import torch_xla

    torch_xla.sync()


def seed_cores(seed: int) -> None:
    """Seed what is drawn on the cores, dropout above all, which ``torch.manual_seed`` does not reach."""
    import torch_xla

    torch_xla.manual_seed(seed)


def recompute_on_cores(module: nn.Module) -> None:
    """Keep of a module's forward pass its input alone, and compute the rest again on the way back.

    PyTorch's own way to do so fails on the cores; and the compiler, which sees that both passes compute the same, would
    do it once and keep the result, if torch_xla did not put a barrier between them.
    """
    from torch_xla.distributed.fsdp import checkpoint_module

    checkpoint_module(module)


class RowNorm(nn.LayerNorm):
    """LayerNorm as a product of plain operations.

    torch_xla takes LayerNorm for a batch norm whose channels are the rows, which the compiler cannot cut: every core
    would be sent all rows, and norm them all.

    Shapes:
        - **input:** [..., d]
        - **output:** [..., d], float32
    """

    def forward(self, values: Tensor) -> Tensor:
        """Each row with mean 0 and variance 1, then scaled and moved."""
        values = values.float()
        centred = values - values.mean(dim=-1, keepdim=True)
        spread = centred.square().mean(dim=-1, keepdim=True)
        return centred * (spread + self.eps).rsqrt() * self.weight + self.bias


def norm_by_rows(module: nn.Module) -> None:
    """Have every LayerNorm within a module computed as :class:`RowNorm`, with the same weights by the same names."""
    for parent in list(module.modules()):
        for name, child in parent.named_children():
            if type(child) is nn.LayerNorm:
                norm = RowNorm(child.normalized_shape, child.eps)
                norm.weight, norm.bias = child.weight, child.bias
                setattr(parent, name, norm)


def compilations() -> int:
    """Programs that this process has compiled. It should grow in the first steps of a kind alone."""
    from torch_xla.debug import metrics

    return int(metrics.counter_value("UncachedCompile") or 0)


def fallbacks() -> Counter[str]:
    """Operations of which torch_xla knows no form for the cores, and how often each was run on the host instead.

    Each takes its operands from the cores and cuts the program in two. Reading a number (``item``) counts as one.
    """
    from torch_xla.debug import metrics

    names = [name for name in metrics.counter_names() if name.startswith("aten::")]
    return Counter({name: int(metrics.counter_value(name)) for name in names})
