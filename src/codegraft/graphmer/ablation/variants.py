"""The whole encoder, and the encoder without each of its parts."""

from collections.abc import Mapping
from typing import Final

from codegraft.errors import ParamsError
from codegraft.params import Ablation, Graphmer, override

WHOLE: Final = "whole"

PARTS: Final[Mapping[str, str]] = {
    "no_relation_bias": "use_rel_attention_bias",
    "no_leaves": "use_leaves",
    "no_hgat": "use_fusion",
    "no_decay": "use_decay",
    "no_positions": "use_positions",
}
"""Variant -> the switch of section graphmer that is off in it. All other switches are on, whatever params.yaml says."""

VARIANTS: Final = (WHOLE, *PARTS)

_WATCHED: Final = 20
"""Held-out windows that training itself evaluates on: of no use here, so as few as can be."""


def section_of(variant: str, params: Graphmer, ablation: Ablation) -> Graphmer:
    """How a variant is trained: as section graphmer says, for the steps of the ablation, evaluated at the end alone.

    With one evaluation there is none to choose: the encoder that training keeps is that of its last step.

    Raises:
        ParamsError: there is no such variant.
    """
    if variant not in VARIANTS:
        raise ParamsError(f"there is no variant {variant!r}; expected one of {', '.join(VARIANTS)}")
    switches = {switch: name != variant for name, switch in PARTS.items()}
    course = {"steps": ablation.steps, "eval_every": ablation.steps, "eval_windows": _WATCHED}
    return override(params, {**switches, **course, "paper_mode": False})
