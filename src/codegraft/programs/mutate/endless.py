"""Where an edit is likely to make a program run for ever."""

import ast
from collections.abc import Iterator

from codegraft.programs.mutate.source import Program, Span


def endless_spans(program: Program) -> list[Span]:
    """Parts of the program that end its `while` loops.

    These are their tests, the statements in them that change what the test reads, and the ways out of them. Such edits
    are real mistakes, but most of them cost a whole time limit each, and say the same.
    """
    loops = (node for node in program.nodes if isinstance(node, ast.While))
    return sorted({span for loop in loops for span in _spans(program, loop)})


def touches(spans: list[Span], start: int, end: int) -> bool:
    """Whether bytes ``start`` to ``end`` lie in one of the spans, or over its border."""
    return any(span.start <= end and start <= span.end for span in spans)


def _spans(program: Program, loop: ast.While) -> Iterator[Span]:
    yield Span(program.start(loop.test), program.end(loop.test))
    names = {node.id for node in ast.walk(loop.test) if isinstance(node, ast.Name)}
    for node in ast.walk(loop):
        if isinstance(node, ast.Break | ast.Return):
            yield _guarded(program, node)
        elif isinstance(node, ast.Assign | ast.AugAssign | ast.Expr) and names & _changed(node):
            yield Span(program.start(node), program.end(node))


def _guarded(program: Program, node: ast.Break | ast.Return) -> Span:
    """The way out of a loop, with the condition on which it is taken."""
    above = program.parents[node]
    first = above.test if isinstance(above, ast.If) and node in above.body else node
    return Span(program.start(first), program.end(node))


def _changed(node: ast.Assign | ast.AugAssign | ast.Expr) -> set[str]:
    """Names that a statement writes, or calls a method of."""
    return {
        inner.id
        for target in ast.walk(node)
        for inner in ([target] if not isinstance(target, ast.Attribute) else [target.value])
        if isinstance(inner, ast.Name) and (isinstance(inner.ctx, ast.Store) or isinstance(target, ast.Attribute))
    }
