"""How figures with intervals are written: plain numbers, and their intervals beside them."""

from collections.abc import Mapping
from typing import Any

from codegraft.training.bootstrap import Estimate


def said(estimates: Mapping[str, Estimate]) -> dict[str, Any]:
    """Each figure by its name, and under ``intervals`` its ``low`` and ``high``; ``None`` for what is undefined."""
    found = {name: estimate.interval() for name, estimate in estimates.items()}
    return {
        **{name: interval["mean"] for name, interval in found.items()},
        "intervals": {name: {end: interval[end] for end in ("low", "high")} for name, interval in found.items()},
    }
