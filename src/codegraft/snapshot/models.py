"""The records of a materialised snapshot, frozen through and through."""

from collections.abc import Mapping
from typing import Any, NamedTuple, Never

import networkx as nx

from codegraft.snapshot.columns import SnapshotInfo


class FrozenDict(dict[str, Any]):
    """A dict that refuses every change; compares and pickles as a dict does, ``copy()`` gives a plain one."""

    __slots__ = ()

    def _refuse(self, *_: Any, **__: Any) -> Never:
        raise TypeError("this mapping belongs to a frozen snapshot; work on a copy")

    __setitem__ = __delitem__ = clear = pop = popitem = setdefault = update = __ior__ = _refuse

    def __hash__(self) -> int:  # type: ignore[override]  # dict says it has none
        return hash(frozenset(self))

    def __reduce__(self) -> tuple[type["FrozenDict"], tuple[dict[str, Any]]]:
        return FrozenDict, (dict(self),)


def frozen_object(pairs: list[tuple[str, Any]]) -> FrozenDict:
    """``object_pairs_hook`` of a JSON decoder: objects with sorted keys that cannot change, tuples for arrays."""
    return FrozenDict({key: _frozen_array(value) if type(value) is list else value for key, value in sorted(pairs)})


def _frozen_array(items: list[Any]) -> tuple[Any, ...]:
    return tuple(_frozen_array(item) if type(item) is list else item for item in items)


class SnapshotNode(NamedTuple):
    """One row of ``"AstNode"``: ``kind`` is its ``type``, ``label`` its ``originalType``."""

    id: str
    kind: str | None = None
    label: str | None = None
    properties: Mapping[str, Any] = FrozenDict()


class SnapshotEdge(NamedTuple):
    """One row of ``"GraphEdge"``."""

    source: str
    target: str
    kind: str | None = None
    properties: Mapping[str, Any] = FrozenDict()


class SnapshotGraph(NamedTuple):
    """A snapshot in memory: the frozen graph and the records it was made from, both sorted."""

    graph: nx.MultiDiGraph
    nodes: tuple[SnapshotNode, ...]
    edges: tuple[SnapshotEdge, ...]
    snapshot: SnapshotInfo
    dropped_edges: int = 0
