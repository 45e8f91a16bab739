"""How training makes use of the hardware that it runs on: a profile for each kind.

How many nodes an optimizer step sees is a parameter; a profile only cuts them into what fits. It also decides on the
precision, and on accelerators it begins with short windows: so results of different hardware are near, not equal.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final, Literal, NamedTuple

import torch

from codegraft.errors import ParamsError
from codegraft.graphmer.batches.feed import Stage
from codegraft.params import Graphmer

Precision = Literal["no", "bf16"]
"""What matrix products are computed in, in the words of accelerate; ``no`` is float32."""


class Share(NamedTuple):
    """Of a curriculum: from this share of all steps on, windows have this share of the roots of a window at most."""

    steps: float
    roots: float


_WHOLE: Final = (Share(0.0, 1.0),)
_SHORT_FIRST: Final = (Share(0.0, 0.5), Share(0.1, 1.0))


@dataclass(frozen=True)
class Profile:
    """What suits a kind of hardware.

    Attributes:
        precision: of matrix products; weights, their updates and losses are float32 always.
        rows: of a micro-batch at most.
        workers: processes that make batches ahead; 0 makes them in between.
        fused: whether AdamW updates all weights in one kernel.
        recompute: whether layers are computed again in the backward pass instead of kept (activation checkpointing).
        curriculum: how long windows are, from which step on.
    """

    precision: Precision
    rows: int
    workers: int
    fused: bool
    recompute: bool
    curriculum: tuple[Share, ...]


PROFILES: Final[Mapping[str, Profile]] = {
    "cpu": Profile("bf16", rows=2, workers=0, fused=True, recompute=False, curriculum=_WHOLE),
    "cuda": Profile("bf16", rows=32, workers=4, fused=True, recompute=False, curriculum=_SHORT_FIRST),
    "mps": Profile("no", rows=4, workers=2, fused=False, recompute=True, curriculum=_WHOLE),
    "xla": Profile("bf16", rows=16, workers=4, fused=False, recompute=True, curriculum=_SHORT_FIRST),
}
"""By the type of the device."""


def profile_of(device: torch.device) -> Profile:
    """The profile for a device, in float32 where it has no bfloat16 products of its own: emulated ones are slower."""
    profile = PROFILES[device.type]
    return profile if multiplies_bfloat16(device) else replace(profile, precision="no")


def multiplies_bfloat16(device: torch.device) -> bool:
    """Whether a device has instructions for products of bfloat16."""
    match device.type:
        case "cpu":
            found = torch.cpu.get_capabilities()
            return bool(found.get("avx512_bf16") or found.get("amx_bf16") or found.get("bf16"))
        case "cuda":
            return bool(torch.cuda.is_bf16_supported(including_emulation=False))
        case other:
            return other == "xla"


class Cut(NamedTuple):
    """How what an optimizer step sees is cut.

    Attributes:
        rows: in a micro-batch.
        batches: that each process takes in a step, one after another.
        processes: that share a step.
    """

    rows: int
    batches: int
    processes: int


def cut_of(params: Graphmer, profile: Profile, processes: int) -> Cut:
    """The cut into the largest micro-batches of equal size that the profile allows.

    Raises:
        ParamsError: ``batch_tokens`` is not a whole number of rows for each process.
    """
    rows, rest = divmod(params.batch_tokens, params.length * processes)
    if not rows or rest:
        raise ParamsError(
            f"graphmer.batch_tokens: {params.batch_tokens} is no multiple of graphmer.length ({params.length}) times "
            f"the number of processes ({processes})"
        )
    micro = max(size for size in range(1, min(rows, profile.rows) + 1) if not rows % size)
    return Cut(micro, rows // micro, processes)


def curriculum_of(params: Graphmer, profile: Profile, roots: int) -> tuple[Stage, ...]:
    """The profile's curriculum in steps and roots, of windows that have so many at most."""
    return tuple(Stage(round(at * params.steps), round(share * roots)) for at, share in profile.curriculum)
