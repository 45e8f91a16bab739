"""Whether a batch is one that an encoder can read: asked on the host, because the encoder itself never looks."""

from collections.abc import Mapping

import torch
from torch import Tensor

from codegraft.errors import ModelError
from codegraft.graphmer.batches.batch import NONE, Batch
from codegraft.graphmer.encoder.config import GraphMERConfig


def check_batch(batch: Batch, config: GraphMERConfig) -> None:
    """Refuse a batch of which something does not fit the encoder, or contradicts itself.

    Raises:
        ModelError: names the row, and what in it does not fit.
    """
    sizes = {"heads": batch.heads.shape[2], "mnm_position": batch.mnm_position.shape[2]}
    expected = {"heads": config.head_tokens, "mnm_position": config.tail_slots}
    for name, size in sizes.items():
        if size != expected[name]:
            raise ModelError(f"{name} has {size} places a group, the encoder {expected[name]}: pack with its config")
    _refuse(_out_of_bounds(batch, config))
    _refuse(_contradictions(batch))


def _refuse(found: Mapping[str, Tensor]) -> None:
    for what, wrong in found.items():
        if wrong.any():
            row, *place = torch.nonzero(wrong)[0].tolist()
            where = f"row {row}, place {', '.join(map(str, place))}"
            raise ModelError(f"{where}: {what}; encode the chains again with this tokenizer and ontology")


def _out_of_bounds(batch: Batch, config: GraphMERConfig) -> Mapping[str, Tensor]:
    groups, length = batch.heads.shape[1], batch.tokens.shape[1]

    def outside(number: Tensor, least: int, bound: int) -> Tensor:
        return (number < least) | (number >= bound)

    return {
        f"a token is outside the vocabulary of {config.vocabulary}": outside(batch.tokens, 0, config.vocabulary),
        f"a root's target is outside the vocabulary of {config.vocabulary}": outside(
            batch.mlm_target, 0, config.vocabulary
        ),
        f"a tail's target is outside the vocabulary of {config.vocabulary}": outside(
            batch.mnm_target, NONE, config.vocabulary
        ),
        f"a leaf's relation is not among the {config.relations}": outside(batch.relation, 0, config.relations + 1),
        f"a group's relation is not among the {config.relations}": outside(
            batch.group_relation, 0, config.relations + 1
        ),
        f"a leaf lies beyond the {config.tail_slots} slots of a group": outside(batch.slot, 0, config.tail_slots + 1),
        f"a leaf's group is not among the {groups} of the row": outside(batch.group, NONE, groups),
        f"a masked group is not among the {groups} of the row": outside(batch.mnm_group, NONE, groups),
        f"a head's token is not among the {length} nodes": outside(batch.heads, NONE, length),
        f"a masked root is not among the {length} nodes": outside(batch.mlm_position, NONE, length),
        f"a masked leaf is not among the {length} nodes": outside(batch.mnm_position, NONE, length),
    }


def _contradictions(batch: Batch) -> Mapping[str, Tensor]:
    leaf, group = batch.group != NONE, batch.group.clamp(min=0)
    head, masked = batch.heads != NONE, batch.mnm_position != NONE
    home = _at(batch.window, batch.heads)[:, :, :1]
    return {
        "a leaf has no relation, or not that of its group": leaf
        & ((batch.relation == 0) | (batch.relation != batch.group_relation.gather(1, group))),
        "a leaf has no slot, or a root has one": leaf != (batch.slot > 0),
        "a group has no token of its head": (batch.group_relation > 0) & ~head[:, :, 0],
        "a head's tokens lie in two windows": head & (_at(batch.window, batch.heads) != home),
        "a leaf's head lies in another window": leaf & (batch.window != home[:, :, 0].gather(1, group)),
        "a head's token is a leaf": head & _at(leaf, batch.heads),
        "a masked root is a leaf": (batch.mlm_position != NONE) & _at(leaf, batch.mlm_position),
        "a masked leaf belongs to another group": masked
        & (_at(batch.group, batch.mnm_position) != batch.mnm_group[:, :, None]),
        "a masked group has not all its leaves": (batch.mnm_group != NONE)[:, :, None] & ~masked,
    }


def _at(values: Tensor, position: Tensor) -> Tensor:
    """Values [B, T] at positions [B, ...]; where there is none, the first."""
    return values.gather(1, position.flatten(1).clamp(min=0)).view_as(position)
