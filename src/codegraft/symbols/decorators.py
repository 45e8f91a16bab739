"""Decorators of Python functions, by name, and what they do to a method."""

from typing import Final

import numpy as np

from codegraft.symbols.tables import CALL, CALLEE, DECORATORS, MEMBER, PROPERTY, FileTables

METHOD_DECORATORS: Final = frozenset(
    {
        *("staticmethod", "classmethod", "abstractmethod", "abstractclassmethod", "abstractstaticmethod"),
        *("wraps", "lru_cache", "cache", "contextmanager", "asynccontextmanager", "singledispatchmethod"),
        *("override", "overload", "final", "no_type_check", "deprecated"),
    }
)
"""Decorators under which a method stays one. Any other may make it an attribute, as ``property`` does: what its name
stands for is then not known."""


def decorators_of(tables: FileTables) -> dict[int, frozenset[str]]:
    """Last names of the decorators of each function: ``setter`` for ``@x.setter``, ``wraps`` for ``@wraps(f)``."""
    found: dict[int, frozenset[str]] = {}
    for node in np.flatnonzero(tables.facts.role == DECORATORS).tolist():
        made = tables.child(node, CALLEE) if tables.kind[node] == CALL else node
        named = tables.child(made, PROPERTY) if tables.kind[made] == MEMBER else made
        found[tables.parent[node]] = found.get(tables.parent[node], frozenset()) | {tables.name(named)}
    return found
