"""A Python case made ready for tracing: its scopes named, and what a profiler cannot see made visible."""

import ast
from contextlib import contextmanager
from pathlib import Path

NAMED, CREATED = "__named__", "__created__"


def module_name(case, file):
    """``pkg.mod`` of ``case/pkg/mod.py``, ``pkg`` of ``case/pkg/__init__.py``."""
    parts = Path(file).relative_to(case).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" and len(parts) > 1 else parts)


def prepare(case, file):
    """Tree of a file to be run under the tracer, and what was read from it."""
    reader = Prepare(module_name(case, file))
    tree = reader.visit(ast.parse(Path(file).read_text(encoding="utf-8")))
    return ast.fix_missing_locations(tree), reader


class Prepare(ast.NodeTransformer):
    """Names the scopes of a module, and notes what each of them calls by a plain or an imported name.

    Lambdas are handed to ``__named__`` with their name, since they know no name themselves. Generators and coroutines
    are wrapped by ``__created__``: calling one raises no event, only running it does, and then by whoever runs it.

    Attributes:
        scopes: names of the module, its functions and its lambdas; ``classes``: of its classes.
        called: pairs (scope, plain name).
        called_imports: pairs (scope, dotted name in another module).
    """

    def __init__(self, module):
        self.path = [module]
        self.scopes = {module}
        self.classes = set()
        self.called, self.called_imports = set(), set()
        self.imported = {}
        self.lambdas = {}

    @property
    def scope(self):
        return ".".join(self.path)

    @contextmanager
    def inside(self, name):
        self.path.append(name)
        self.scopes.add(self.scope)
        yield self.scope
        self.path.pop()

    def visit_all(self, nodes):
        return [self.visit(node) for node in nodes]

    def note_call(self, function):
        root, *attributes = ast.unparse(function).split(".")
        if isinstance(function, ast.Name):
            self.called.add((self.scope, root))
        if root in self.imported:
            self.called_imports.add((self.scope, ".".join([self.imported[root], *attributes])))

    def visit_Import(self, node):
        for name in node.names:
            top = name.name.split(".")[0]
            self.imported |= {name.asname: name.name} if name.asname else {top: top}
        return node

    def visit_ImportFrom(self, node):
        if not node.level:
            self.imported |= {name.asname or name.name: f"{node.module}.{name.name}" for name in node.names}
        return node

    def visit_decorators(self, node):
        for decorator in node.decorator_list:
            if not isinstance(decorator, ast.Call):
                self.note_call(decorator)
        node.decorator_list = self.visit_all(node.decorator_list)

    def visit_FunctionDef(self, node):
        self.visit_decorators(node)
        self.visit(node.args)
        with self.inside(node.name) as name:
            node.body = self.visit_all(node.body)
        if isinstance(node, ast.AsyncFunctionDef) or yields(node):
            node.decorator_list.append(call(CREATED, ast.Constant(name)))
        return node

    visit_AsyncFunctionDef = visit_FunctionDef

    def visit_ClassDef(self, node):
        self.visit_decorators(node)
        node.bases = self.visit_all(node.bases)
        node.keywords = self.visit_all(node.keywords)
        with self.inside(node.name) as name:
            node.body = self.visit_all(node.body)
        self.scopes.discard(name)
        self.classes.add(name)
        return node

    def visit_Lambda(self, node):
        number = self.lambdas[self.scope] = self.lambdas.get(self.scope, 0) + 1
        self.visit(node.args)
        with self.inside(f"<lambda{number}>") as name:
            node.body = self.visit(node.body)
        return ast.copy_location(call(NAMED, ast.Constant(name), node), node)

    def visit_Call(self, node):
        self.note_call(node.func)
        return self.generic_visit(node)


def call(function, *arguments):
    return ast.Call(ast.Name(function, ast.Load()), list(arguments), [])


def yields(function):
    """Whether a function is a generator."""
    waiting = list(function.body)
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Yield | ast.YieldFrom):
            return True
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Lambda):
            waiting += ast.iter_child_nodes(node)
    return False
