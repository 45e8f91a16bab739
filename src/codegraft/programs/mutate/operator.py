"""What a mutation operator is: a name, the kind of mistake it stands for, and the edits that make it."""

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from codegraft.programs.kinds import BUG_KINDS
from codegraft.programs.mutate.source import Edit, Program

Edits = Callable[[Program, Any], Iterator[Edit]]
"""From a program and one of its nodes to every edit of that node."""


@dataclass(frozen=True)
class Operator:
    """One way to get a program wrong.

    Attributes:
        name: its name.
        kind: the kind of mistake, one of :data:`~codegraft.programs.kinds.BUG_KINDS`.
        mistake: what a person does who makes it.
        nodes: types of the nodes that it looks at.
        edits: the edits it makes of such a node.
    """

    name: str
    kind: str
    mistake: str
    nodes: tuple[type[ast.AST], ...]
    edits: Edits


def operator(kind: str, *nodes: type[ast.AST]) -> Callable[[Edits], Operator]:
    """Make a function from nodes of these types to edits an :class:`Operator`; its docstring says the mistake.

    Raises:
        ValueError: ``kind`` is no kind of mistake, or the function has no docstring.
    """

    def made(edits: Edits) -> Operator:
        if kind not in BUG_KINDS or not edits.__doc__:
            raise ValueError(f"{edits.__name__}: expected a docstring and one of {', '.join(BUG_KINDS)}, found {kind}")
        return Operator(edits.__name__, kind, edits.__doc__, nodes, edits)

    return made
