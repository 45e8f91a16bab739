"""A program as bytes and as a syntax tree at once: where each node is written, and edits of exactly that."""

import ast
import re
import warnings
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

Located = ast.expr | ast.stmt | ast.excepthandler | ast.arg | ast.keyword | ast.alias | ast.pattern

LINE_END: Final = re.compile(rb"\r\n|\r|\n")

_BETWEEN: Final = re.compile(rb"#[^\r\n]*|[()\s\\]+|(?P<operator>(?:is|not)\b(?:[\s\\]+(?:not|in)\b)?|[^()\s\\#]+)")
"""What may stand between two operands: comments, parentheses, blanks, and the operator."""

_BLANKS: Final = b" \t\r\n\f\\"
_LINE_REST: Final = re.compile(rb"[ \t]*;?[ \t]*(?:#[^\r\n]*)?(?:\r\n|\r|\n|\Z)")
_UNREAD: Final = frozenset({"annotation", "returns", "type_comment", "format_spec"})
"""Fields that nothing is made of: annotations change nothing when the program runs, formats have no positions."""


MAX_DEPTH: Final = 300
"""Programs that nest deeper were made by a program; walking up and down in them would exhaust the stack."""


class Edit(NamedTuple):
    """Bytes ``start`` to ``end`` become ``text``."""

    start: int
    end: int
    text: bytes


class Span(NamedTuple):
    """Bytes ``start`` up to ``end``."""

    start: int
    end: int


class Program:
    """Source text that parses, with its nodes.

    Raises:
        RecursionError: it nests deeper than :data:`MAX_DEPTH`.

    Attributes:
        code: the text in UTF-8; all offsets count its bytes.
        tree: the module.
        nodes: every node of the tree that edits may touch, parents before their children.
        parents: the node above each of them.
        blocks: the list of statements that each statement stands in.
        functions: the innermost function, lambda or class around each node; the module where there is none.
        names: where a name is read, written or a parameter, by such a function and the name, in order.
    """

    def __init__(self, code: bytes, tree: ast.Module) -> None:
        self.code = code
        self.tree = tree
        self.lines = [0, *(match.end() for match in LINE_END.finditer(code))]
        self.parents: dict[ast.AST, ast.AST] = {}
        self.blocks: dict[ast.stmt, list[ast.stmt]] = {}
        self.functions: dict[ast.AST, ast.AST] = {tree: tree}
        self.names: dict[tuple[ast.AST, str], list[ast.Name | ast.arg]] = {}
        self.nodes = list(self._walk())
        for node in self.nodes:
            if isinstance(node, ast.Name | ast.arg):
                name = node.id if isinstance(node, ast.Name) else node.arg
                self.names.setdefault((self.functions[node], name), []).append(node)

    def start(self, node: Located) -> int:
        """Offset of a node's first byte; parentheses around it are not its own."""
        return self.lines[node.lineno - 1] + node.col_offset

    def end(self, node: Located) -> int:
        """Offset behind a node's last byte."""
        line, column = node.end_lineno, node.end_col_offset
        if line is None or column is None:
            raise ValueError("a node that was not parsed has no end")
        return self.lines[line - 1] + column

    def text(self, node: Located) -> bytes:
        """The source of a node."""
        return self.code[self.start(node) : self.end(node)]

    def line(self, offset: int) -> int:
        """Number of the line that holds an offset, from 1."""
        return bisect_right(self.lines, offset)

    def replaced(self, node: Located, text: bytes) -> Edit:
        """The edit that writes ``text`` in place of a node."""
        return Edit(self.start(node), self.end(node), text)

    def renamed(self, node: ast.Attribute, name: str) -> Edit:
        """The edit that asks for another attribute."""
        dot = self.code.rfind(b".", self.end(node.value), self.end(node))
        return Edit(*self.trimmed(dot + 1, self.end(node)), name.encode())

    def operator(self, left: Located, right: Located) -> Span:
        """Where the operator between two neighbouring operands stands."""
        for match in _BETWEEN.finditer(self.code, self.end(left), self.start(right)):
            if match["operator"] is not None:
                return Span(*match.span("operator"))
        raise ValueError("neighbouring operands have an operator between them")

    def trimmed(self, start: int, end: int) -> Span:
        """The span without the blanks and line continuations at its ends; empty, at ``start``, if it holds no more."""
        text = self.code[start:end].rstrip(_BLANKS)
        return Span(start + len(text) - len(text.lstrip(_BLANKS)), start + len(text))

    def operands(self, whole: ast.BinOp | ast.BoolOp, values: list[ast.expr]) -> list[Span]:
        """Where each operand stands, with the parentheses around it."""
        signs = [self.operator(left, right) for left, right in pairwise(values)]
        starts = [self.start(whole), *(sign.end for sign in signs)]
        ends = [*(sign.start for sign in signs), self.end(whole)]
        return [self.trimmed(start, end) for start, end in zip(starts, ends, strict=True)]

    def own_lines(self, node: ast.stmt) -> Span | None:
        """The lines of a statement, with their end, if nothing else stands on them but a comment."""
        start = self.lines[self.line(self.start(node)) - 1]
        rest = _LINE_REST.match(self.code, self.end(node))
        if rest is None or self.code[start : self.start(node)].strip(b" \t\f"):
            return None
        return Span(start, rest.end())

    def removed(self, node: ast.stmt) -> Edit | None:
        """The edit that deletes a statement; ``None`` where its block would be left empty."""
        block = self.blocks[node]
        if len(block) == 1:
            return None
        position = block.index(node)
        if span := self.own_lines(node):
            return Edit(*span, b"")
        if position + 1 < len(block) and block[position + 1].lineno == node.end_lineno:
            return Edit(self.start(node), self.start(block[position + 1]), b"")
        return Edit(self.end(block[position - 1]), self.end(node), b"") if position else None

    def indentation(self, node: ast.stmt) -> bytes | None:
        """The blanks before a statement that begins its line; ``None`` if it does not."""
        blanks = self.code[self.lines[node.lineno - 1] : self.start(node)]
        return None if blanks.strip(b" \t") else blanks

    def within(self, node: ast.AST, kinds: tuple[type[ast.AST], ...]) -> ast.AST | None:
        """The innermost node of some kinds around ``node``, in the same function; ``None`` if there is none."""
        function = self.functions[node]
        above = self.parents.get(node)
        while above is not None and not isinstance(above, kinds):
            above = None if above is function else self.parents.get(above)
        return above

    def _walk(self) -> Iterator[ast.AST]:
        stack: list[tuple[ast.AST, int]] = [(self.tree, 0)]
        while stack:
            node, depth = stack.pop()
            if depth > MAX_DEPTH:
                raise RecursionError("the program nests too deep")
            yield node
            children = list(self._children(node))
            inner = node if isinstance(node, _SCOPES) else self.functions[node]
            for child in children:
                self.parents[child] = node
                self.functions[child] = inner
            stack.extend((child, depth + 1) for child in reversed(children))

    def _children(self, node: ast.AST) -> Iterator[ast.AST]:
        for name, value in ast.iter_fields(node):
            if name in _UNREAD:
                continue
            if isinstance(value, list):
                for item in value:
                    if isinstance(item, ast.stmt):
                        self.blocks[item] = value
                    if isinstance(item, ast.AST) and self._is_read(item, node):
                        yield item
            elif isinstance(value, ast.AST):
                yield value

    def _is_read(self, child: ast.AST, parent: ast.AST) -> bool:
        if isinstance(parent, ast.JoinedStr):
            return isinstance(child, ast.FormattedValue) and self._is_where_it_says(child.value, parent)
        return not (isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant))

    def _is_where_it_says(self, value: ast.expr, string: ast.JoinedStr) -> bool:
        """Whether an expression in an f-string has the position that the parser gives it: not all of them have."""
        if value.lineno > len(self.lines) or not self.start(string) <= self.start(value) < self.end(string):
            return False
        tree = parsed(b"(" + self.text(value) + b")")
        return tree is not None and ast.dump(tree) == ast.dump(ast.Module([ast.Expr(value)], []))


_SCOPES: Final = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef, ast.Module)


def read(code: str) -> Program | None:
    """A program, ready for edits; ``None`` if it does not parse, or nests deeper than :data:`MAX_DEPTH`."""
    try:
        encoded = code.encode()
        tree = parsed(encoded)
        return None if tree is None else Program(encoded, tree)
    except (UnicodeEncodeError, RecursionError):
        return None


def parsed(code: bytes) -> ast.Module | None:
    """The tree of some code in UTF-8; ``None`` if it is none, or nests deeper than the parser goes."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(code.decode())
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
