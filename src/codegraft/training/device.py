"""Where training runs."""

import torch

from codegraft.errors import HardwareError
from codegraft.params import Hardware
from codegraft.training.xla import open_cores


def resolve_device(hardware: Hardware) -> torch.device:
    """The device that ``hardware`` of params.yaml names.

    ``auto`` takes a CUDA GPU when there is one, else Apple's MPS, else the CPU. It never takes a TPU: torch_xla also
    runs where there is none, which nobody wants by accident.

    Raises:
        HardwareError: what was asked for is not there; names what is.
    """
    if hardware == "tpu":
        return open_cores().device
    present = present_hardware()
    if hardware == "auto":
        return torch.device(_TORCH_NAMES[present[0]])
    if hardware not in present:
        raise HardwareError(f"hardware: {hardware} is not on this machine; here: auto, {', '.join(present)}")
    return torch.device(_TORCH_NAMES[hardware])


def present_hardware() -> list[str]:
    """Kinds of hardware of this machine that PyTorch reaches, fastest first; ``cpu`` is always the last."""
    found = {"gpu": torch.cuda.is_available(), "mps": torch.backends.mps.is_available(), "cpu": True}
    return [name for name, there in found.items() if there]


_TORCH_NAMES = {"gpu": "cuda", "mps": "mps", "cpu": "cpu"}
