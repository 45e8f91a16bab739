"""Which scope a name belongs to. The oracle is Python's compiler: its instructions say where each name lives."""

import dis
import symtable
import warnings
from itertools import pairwise
from textwrap import dedent
from types import CodeType

import numpy as np
import pytest
from hypothesis import given, settings

from codegraft.parsing.nodes import node_kinds, read_nodes
from codegraft.symbols.python.imports import imported_names
from codegraft.symbols.python.kinds import KIND_NAMES
from codegraft.symbols.python.scopes import Scopes
from codegraft.symbols.python.tree import Forest
from tests.symbols.sources import PROGRAMS, forest_of, library_files, said

KINDS = node_kinds("python")

UNBOUND = -1


class Oracle:
    """Home scopes of names by the bytes they stand at, as ``compile`` decides.

    Instructions carry the span of the syntax they stem from; only those whose span is that of a name count.
    """

    def __init__(self, text: bytes, forest: Forest) -> None:
        self.at = {}
        lines = text.splitlines(keepends=True)
        self.line_starts = np.concatenate([[0], np.cumsum([len(line) for line in lines])]).tolist()
        kinds = [KINDS[kind] for kind in forest.kind.tolist()]
        spans = list(zip(forest.start.tolist(), forest.end.tolist(), strict=True))
        self.scopes = {
            (span[0], kind): node
            for node, (span, kind) in enumerate(zip(spans, kinds, strict=True))
            if kind in ("function", "class", "lambda", "comprehension")
        }
        self.names = {span: node for node, (span, kind) in enumerate(zip(spans, kinds, strict=True)) if kind == "name"}
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", SyntaxWarning)
            self.globals = global_names(symtable.symtable(text.decode(), "m.py", "exec"))
            self.text = text
            self.visit(compile(text, "m.py", "exec", dont_inherit=True), 0, [])

    def span(self, positions):
        if None in (positions.lineno, positions.col_offset, positions.end_lineno, positions.end_col_offset):
            return None
        start = self.line_starts[positions.lineno - 1] + positions.col_offset
        return start, self.line_starts[positions.end_lineno - 1] + positions.end_col_offset

    def visit(self, code: CodeType, scope: int, around: list[tuple[CodeType, int]]) -> None:
        instructions = list(dis.get_instructions(code))
        stored = {step.argval for step in instructions if step.opname in ("STORE_NAME", "DELETE_NAME")}
        stored |= {after.argval for step, after in pairwise(instructions) if step.argval == "__annotations__"}
        for step in instructions:
            span = self.span(step.positions)
            if span is None:
                continue
            if isinstance(step.argval, CodeType):
                kind = {"<lambda>": "lambda"}.get(step.argval.co_name, "comprehension")
                named = [(span[0], "function"), (span[0], "class")]
                keys = [(span[0], kind)] if step.argval.co_name.startswith("<") else named
                inner = next(self.scopes[key] for key in keys if key in self.scopes)
                self.visit(step.argval, inner, [*around, (code, scope)])
            elif span in self.names and step.opname.partition("_")[0] in ("LOAD", "STORE", "DELETE"):
                if not str(step.argval).endswith(self.text[slice(*span)].decode()):
                    continue  # spans in f-strings are rough before Python 3.12
                home = self.home(step, code, scope, around, stored)
                if home is not None:
                    self.at.setdefault(self.names[span], home)

    def home(self, step, code, scope, around, stored):
        what = step.opname.partition("_")[2]
        if what == "FAST":
            return scope
        if what in ("DEREF", "CLASSDEREF"):
            return next(
                (home for inner, home in [*around, (code, scope)][::-1] if step.argval in inner.co_cellvars), None
            )
        if what == "NAME" and scope and step.argval in stored:
            return scope
        return (0 if step.argval in self.globals else UNBOUND) if what in ("NAME", "GLOBAL") else None


def global_names(table):
    """Names that a module's code binds at module level, functions with ``global`` included."""
    outermost = table.get_type() == "module"
    own = {
        symbol.get_name()
        for symbol in table.get_symbols()
        if (outermost or symbol.is_declared_global()) and (symbol.is_assigned() or symbol.is_imported())
    }
    return own.union(*(global_names(inner) for inner in table.get_children()))


def homes(text):
    """Home scope of every name node by ``Scopes``, and the forest."""
    forest = forest_of(text)
    scopes = Scopes(forest, imported_names(forest))
    found = (
        np.where(scopes.variable >= 0, scopes.home[scopes.variable], UNBOUND) if len(scopes.home) else scopes.variable
    )
    return found.tolist(), forest


def in_its_own_binding(forest, node):
    """``open = open`` in a module or class reads what is further out, of which the compiler says nothing."""
    at = forest.parent[node]
    while at >= 0 and KIND_NAMES[forest.kind[at]] not in ("block", "module"):
        target = at + 1
        if KIND_NAMES[forest.kind[at]] == "assignment" and said(forest, target) == said(forest, node):
            return True
        at = forest.parent[at]
    return False


def test_a_name_in_its_own_binding_means_what_is_further_out():
    assert homes(b"open = open\n")[0][2:] == [0, UNBOUND]
    module = homes(b"x = 1\nclass A:\n    x = x\n    y = x\n")
    said_x = [home for node, home in enumerate(module[0]) if said(module[1], node) == "x"]
    assert said_x == [0, said_x[1], 0, said_x[1]]
    assert said_x[1] != 0


def assert_agrees(text):
    found, forest = homes(text)
    expected = Oracle(text, forest).at
    wrong = [
        f"line {text[: forest.start[node]].count(10) + 1}, {said(forest, node)}: {found[node]}, compiled {home}"
        for node, home in expected.items()
        if found[node] != home and said(forest, node) != "__class__" and not in_its_own_binding(forest, node)
    ]
    assert not wrong
    return len(expected)


@settings(max_examples=120)
@given(PROGRAMS)
def test_names_belong_to_the_scope_that_the_compiler_gives_them(program):
    assert_agrees(program.encode())


PROGRAM_OF = {
    "global hides what the function around binds": """
        x = 0
        def h():
            x = 1
            def f():
                global x
                def g():
                    return x
    """,
    "class body shadows": """
        def f():
            x = 1
            class A:
                x = x
                def m(self): return x
    """,
    "nonlocal in a class": """
        def f(x):
            class A:
                nonlocal x
                x = 2
                def m(self): return x
    """,
    "global in a class": """
        class A:
            global x
            x = 1
            def m(self): return x
            y = x
    """,
    "global before a class that binds": """
        def f():
            global x
            class A:
                x = 1
                y = x
            return x
    """,
    "global class": """
        def f():
            global C
            class C:
                def m(self): return C
            def g(): return C
            import os
    """,
    "global import": """
        def f():
            global os
            import os.path
            os
        def g(): return os
    """,
    "comprehension in a class body": """
        class A:
            y = [x for x in range(3) ] if 0 else 0
    """,
    "walrus in a comprehension": """
        def f():
            return [(y := x) for x in [1]], y
    """,
    "global at module level": """
        global q
        q = 1
        def f(): return q
    """,
    "unpacking loops and with": """
        def f():
            for q, (r, *s) in z: q, r, s
            with a as (b, [c, *d]), e as g.h: a, b, c, d, e, g
            with (a as bb, c as dd): bb, dd
    """,
    "async loops and with": """
        async def f():
            async for q in z: q
            async with a as b: b
            return [x async for x in y if await x]
    """,
    "except star": """
        try: a
        except* E as c: c
    """,
    "nonlocal bound later": """
        def f():
            def g():
                nonlocal x
                x = 1
            def h(): return x
            x = 0
            return x
    """,
    "nonlocal through a class": """
        def f():
            class A:
                def g(self):
                    nonlocal x
                    x = 1
                x = 3
            x = 0
            return x
    """,
    "parameters of all sorts": """
        def f(a, b=lambda a: a, *c, d=[a for a in e], **g): return a, b, c, d, g
    """,
    "lambda parameters of all sorts": """
        x = lambda a, /, b, *, c=1, **k: (a, b, c, k)
    """,
    "declared and not bound": """
        def f():
            x: int
            def g(): return x
    """,
    "declared in parentheses": """
        def f():
            (x): int = 1
            def g(): return x
    """,
    "parameter bound again": """
        def f(x):
            def x(y): return x, y
            return x
    """,
    "dunder class": """
        class A:
            def f(self): return __class__
            def __g(self): return __h
    """,
    "comprehension over its own name": """
        def f():
            for i in [i for i in i]: pass
    """,
    "nested comprehensions": """
        [[a for b in c] for a in b for b, c in a if c]
    """,
    "comprehension over a comprehension": """
        {a: b for a, b in {b: a for b, a in c}.items() if a}
    """,
    "global of two": """
        def f():
            global a, b
            a, b = 1, 2
            c = a
        a
    """,
    "walrus as a condition": """
        def f(x):
            return (x := 1), [(y := x) for z in z] if 0 else 1
    """,
    "parameter named as its default and annotation": """
        def f(x: x = x) -> x:
            return x
    """,
    "decorated by its own name": """
        @x
        def x(x=x): x
        @y(y)
        class y(y, metaclass=y): y
    """,
    "except and import bind": """
        def f():
            print(x) ; import x
            from y import z as w ; w
            try: pass
            except E as e: e
            return e
    """,
    "annotated rest": """
        def f(*args: a, **kw: b): return args, kw
    """,
    "loops over one and more": """
        for x, in y: x
        for (x) in y: x
        for [x, y] in z: x
        for x.y in z: x
        for x[y] in z: y
    """,
    "targets of all sorts": """
        x, *y = a
        (x) = a
        [x, (y, z)] = a
        *x, = a
        x = y = z, = a
    """,
    "target in parentheses": """
        def f():
            (x) = 1
            def g(): return x
    """,
    "tuple target in parentheses": """
        def f():
            (x), y = 1
            def g(): return x
    """,
    "with in parentheses": """
        def f():
            with a as (x): x
            for (y) in z: y
            def g(): return x, y
    """,
    "soft keywords": """
        print >>f, x
        exec
        print
        def f():
            print = 1
            exec = 2
            match = 3
            case = 4
            type = 5
            def g(): return print, exec, match, case, type
    """,
    "soft keywords called": """
        def f():
            type, match, case = 1, 2, 3
            print(type, match, case)
            async def g(): return type(match)
    """,
    "format strings": """
        def f():
            x = 1
            return f'{x}{x!r:{x}}', f'{[x for x in y]}'
    """,
    "yield": """
        def f():
            x = yield
            y = yield x
            z = await_(x)
            return lambda: (yield x)
    """,
    "attributes and items": """
        def f(self):
            self.x = x = 1
            x.y, z = 1, 2
            z[x] = x[z] = 1
    """,
    "match of mapping sequence as and name": """
        def f():
            match x:
                case {'a': b}: b
                case [c, *d]: c, d
                case (1 as e): e
                case g: g
    """,
    "match of the rest of a mapping": """
        def f():
            match x:
                case {'a': 1, **rest}: rest
    """,
    "match of a class with keywords": """
        def f():
            match x:
                case Point(a, x=b): a, b
    """,
    "match of a class without arguments": """
        def f():
            match x:
                case Point(): Point
    """,
    "match of dotted names": """
        def f():
            match x:
                case p.Point(y): Point
                case q.z: z
    """,
    "match of alternatives": """
        def f():
            match x:
                case str() | int() as y: y
    """,
    "match of tuples and parentheses": """
        def f():
            match x:
                case (y, z): y, z
                case w, v: w, v
                case (u): u
    """,
    "match of constants and nested mappings": """
        def f():
            match x:
                case None | True | -1 | 'a': 1
                case {'k': {'l': m}}: m
    """,
    "match of anything": """
        def f():
            match x, y:
                case _: _
    """,
    "arguments with splats": """
        def f():
            a = 1
            return f(*a, **a, a=a)
    """,
    "class names and inner functions": """
        class A:
            a = 1
            b = [a for _ in a]
            c = lambda: a
            d = lambda a=a: a
    """,
    "class that names its own": """
        def f():
            a = 1
            class B(a): a = a
            @a
            class a: pass
    """,
}


@pytest.mark.parametrize("case", PROGRAM_OF)
def test_scopes_of_every_statement_that_binds_are_the_compiler_s(case):
    assert assert_agrees(dedent(PROGRAM_OF[case]).lstrip("\n").encode())


def test_scopes_of_the_standard_library_are_the_compiler_s():
    files = library_files(60)
    checked = {path: assert_agrees(text) for path, text in files.items() if not forest_error(text)}
    assert len(checked) >= 0.9 * len(files)
    assert sum(checked.values()) > 5_000


def forest_error(text):
    return read_nodes("python", text).error_line


def test_python_files_without_code_have_no_names():
    scopes = Scopes(forest_of("", "# only\n", "1\n"), [])
    assert (len(scopes.home), len(scopes.unbound), scopes.scope.tolist()) == (0, 0, [-1, -1, -1, 2])


@pytest.mark.parametrize(
    "text",
    [
        "y = 1\na.y\n",
        "y = 1\nf(y=2)\n",
        "y = 1\nmatch a:\n    case b.y: 1\n",
        "y = 1\nmatch a:\n    case b(y=2): 1\n",
        "y = 1\nimport a.y\n",
        "y = 1\nfrom a import y as b\n",
        "y = 1\nfrom y import b\n",
    ],
)
def test_what_only_follows_a_dot_or_names_an_argument_is_no_variable(text):
    found, forest = homes(text.encode())
    places = [node for node in range(len(forest)) if KINDS[forest.kind[node]] == "name" and said(forest, node) == "y"]
    assert [found[node] for node in places] == [0] + [UNBOUND] * (len(places) - 1)


def test_names_in_no_scope_are_listed_in_order():
    forest = forest_of("def f(a): return len(a), x, b\nfrom m import *\nx = y\n")
    scopes = Scopes(forest, imported_names(forest))
    assert [said(forest, node) for node in scopes.unbound] == ["len", "b", "y"]


def test_a_name_of_one_file_is_nothing_to_the_next():
    forest = forest_of("x = 1\n", "x\ndef f():\n    global x\n    x = 2\n", "x\n")
    scopes = Scopes(forest, [])
    assert [said(forest, node) for node in scopes.unbound] == ["x"]
    assert forest.file[scopes.unbound].tolist() == [2]
    assert set(forest.file[scopes.home].tolist()) == {0, 1}


def test_an_import_binds_in_the_scope_of_its_statement():
    forest = forest_of("def f():\n    import a.b, c as d\n    from e import g as h\n    return a, b, c, d, g, h\n")
    scopes = Scopes(forest, imported_names(forest))
    function = forest.kind.tolist().index(KINDS.index("function"))
    assert {forest.names[name].decode() for name in scopes.variables_in(function)} == {"a", "d", "h"}
    assert scopes.find(function, forest.codes[b"d"]) in scopes.variables_in(function).values()
    assert scopes.find(function, forest.codes[b"b"]) == UNBOUND


def test_definitions_are_seen_through_comprehensions():
    forest = forest_of("def f():\n    return [[x for y in z] for w in v]\n")
    scopes = Scopes(forest, [])
    at = {said(forest, node): node for node in range(len(forest)) if forest.name[node] >= 0}
    function = forest.kind.tolist().index(KINDS.index("function"))
    assert {scopes.definition[at[name]] for name in "xyzwv"} == {function}
    assert scopes.scope[at["v"]] == function
    assert scopes.scope[at["f"]] == 0
