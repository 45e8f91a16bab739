"""The figures of leafy chains that reviewers compare from commit to commit."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from codegraft.graphmer.chains.chains import Chains
from codegraft.graphmer.chains.encode import Encoding
from codegraft.graphmer.chains.leaves import Fate
from codegraft.graphmer.chains.ragged import row_of
from codegraft.kg.splits.model import Part

KEPT = (Part.TRAIN, Part.VALID, Part.TEST)


def describe(encoding: Encoding, leaks: Mapping[str, int]) -> dict[str, Any]:
    """The metrics of chains: how much there is of everything by part, and what could not be hung or shown.

    ``tails.out_of_window_share`` is of groups whose tail the window does not name, ``tails.called_as_head_share`` is
    of those whose head has the tail's name, and hides with it. ``triples.not_hung`` says why, as ``Fate`` has it.
    ``copies_left_out`` are held-out windows. Roots are those of headings, too; ``tokenizer.bytes_per_token`` is of code
    alone.
    """
    chains = encoding.chains
    lengths, roots = np.diff(chains.tail_offsets), np.diff(chains.root_offsets)
    sizes = chains.token_end.astype(np.int64) - chains.token_start
    return {
        "windows": _by_part(chains.part),
        "roots": {part.name.lower(): int(roots[chains.part == part].sum()) for part in KEPT},
        "groups": {part.name.lower(): _groups(chains, part, encoding.header.relations) for part in KEPT},
        "triples": {
            "total": len(encoding.fate),
            "hung_share": _mean(encoding.fate == Fate.HUNG),
            "not_hung": {fate.name.lower(): int((encoding.fate == fate).sum()) for fate in Fate if fate != Fate.HUNG},
        },
        "tails": {
            "tokens_mean": _mean(lengths),
            "shortened": int(chains.shortened.sum()),
            "shortened_share": _mean(chains.shortened),
            "out_of_window_share": _mean(np.diff(chains.mention_offsets) == 0),
            "called_as_head_share": _mean(_called_as_head(chains)),
        },
        "tokenizer": {"vocabulary": encoding.header.vocabulary, "bytes_per_token": _mean(sizes[sizes > 0])},
        "copies_left_out": encoding.left_out,
        "leaks": dict(leaks),
    }


def _by_part(part: npt.NDArray[np.int8]) -> dict[str, int]:
    return {kept.name.lower(): int((part == kept).sum()) for kept in KEPT}


def _groups(chains: Chains, part: Part, relations: tuple[str, ...]) -> dict[str, Any]:
    chosen = chains.group_part == part
    counts = np.bincount(chains.relation[chosen], minlength=len(relations) + 1)[1:].tolist()
    by_relation = {name: count for name, count in zip(relations, counts, strict=True) if count}
    return {"total": int(chosen.sum()), "by_relation": by_relation}


def _called_as_head(chains: Chains) -> npt.NDArray[np.bool_]:
    """[G] whether the head's own mention spells the tail's name."""
    group = row_of(chains.mention_offsets)
    own = group[chains.mention_start == chains.anchor[group]]
    return np.bincount(own, minlength=len(chains.anchor)) > 0


def _mean(values: npt.NDArray[Any]) -> float:
    return float(values.mean()) if len(values) else 0.0
