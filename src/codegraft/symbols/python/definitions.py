"""What a Python repository defines, as rows of a code model."""

from typing import Final

import numpy as np

from codegraft.symbols.model import DEFINITION_KINDS, Definitions, Flag
from codegraft.symbols.python.flow import PythonFlow
from codegraft.symbols.python.functions import CLASS_METHODS
from codegraft.symbols.python.kinds import KINDS, among
from codegraft.symbols.python.objects import EXTERNAL
from codegraft.symbols.python.tree import NONE, Longs

MODULE, CLASS, FUNCTION, METHOD, LAMBDA, ATTRIBUTE, VARIABLE, PARAMETER = map(
    DEFINITION_KINDS.index, ("module", "class", "function", "method", "lambda", "attribute", "variable", "parameter")
)

EXCEPTIONS: Final = ("Exception", "Error", "Warning", "BaseException", "Interrupt")
"""Endings of the names of exception classes outside; of builtins we know."""

PROTOCOLS: Final = ("Protocol", "ABC", "ABCMeta")


class PythonDefinitions:
    """Rows of modules, classes, functions, lambdas, and of variables and attributes that are none of them.

    Attributes:
        row_of: [n] row of the definition that a node makes, or -1: a module, class, function, lambda, or the name or
            attribute node that first binds a variable or attribute.
        of_variable: [v] row of each variable of ``Scopes``, -1 if what it holds are definitions of their own. With
            ``local`` variables of functions have one, and names that imports bind.
        attributes: row of each attribute of a class by (class node, name).
    """

    def __init__(self, solved: PythonFlow, *, local: bool) -> None:
        self.solved, self.program = solved, solved.program
        self.forest, self.scopes = self.program.forest, self.program.scopes
        first = self._first_names() if local else self._variable_nodes()
        kinds = self.forest.kind
        inside = among(kinds[self.scopes.home], "function", "lambda", "comprehension")
        if not local:
            first[inside] = NONE
        instance = self._instance_attributes()
        heads = among(kinds, "module", "class", "function", "lambda")
        is_row = heads.copy()
        is_row[first[first >= 0]] = True
        is_row[list(instance.values())] = True
        self.nodes: Longs = np.flatnonzero(is_row)
        self.row_of = np.full(len(self.forest), NONE, dtype=np.int32)
        self.row_of[self.nodes] = np.arange(len(self.nodes), dtype=np.int32)
        self.of_variable = np.where(first >= 0, self.row_of[first], NONE)
        self.attributes = {key: int(self.row_of[node]) for key, node in instance.items()}
        for variable in np.flatnonzero(among(kinds[self.scopes.home], "class") & (self.of_variable >= 0)).tolist():
            key = (int(self.scopes.home[variable]), int(self.scopes.spelling[variable]))
            self.attributes[key] = int(self.of_variable[variable])
        self._variable_at = np.full(len(self.forest), NONE, dtype=np.int64)
        bound = np.flatnonzero(first >= 0)
        self._variable_at[first[bound]] = bound
        self._around = self._owners()

    def _variable_nodes(self) -> Longs:
        """For each variable the name node that binds it first; -1 where an import, function or class binds it, too."""
        first = self._first_binders()
        first[self.scopes.variable_of[self.scopes.defines()]] = NONE
        return first

    def _first_names(self) -> Longs:
        """For each variable the name node that binds it first, imports included; -1 if a function or class does."""
        first, forest = self._first_binders(), self.forest
        defines = among(forest.parent_kind[first], "function", "class") & ~self.scopes.target[first]
        first[defines | ~among(forest.kind[first], "name")] = NONE
        return first

    def _first_binders(self) -> Longs:
        first = np.full(len(self.scopes.home), len(self.forest), dtype=np.int64)
        np.minimum.at(first, self.scopes.variable_of, self.scopes.binders)
        return first

    def _instance_attributes(self) -> dict[tuple[int, int], int]:
        """Attribute nodes that first bind ``self.name``, by class and name; names of the class body are not there."""
        forest, program = self.forest, self.program
        receivers = {
            function.positional[0]: function.owner
            for function in program.functions.values()
            if function.owner != NONE and function.positional and not function.static
        }
        found: dict[tuple[int, int], int] = {}
        for node in np.flatnonzero(among(forest.kind, "attribute") & self.scopes.target).tolist():
            class_ = receivers.get(program.slot[node + 1], NONE)
            if class_ != NONE:
                key = (class_, program.name[program.last[node]])
                if key not in found and self.scopes.find(*key) == NONE:
                    found[key] = node
        return found

    def table(self) -> Definitions:
        """The rows."""
        forest, nodes = self.forest, self.nodes
        owner = self.row_of[np.maximum(self._around, 0)]
        owner[among(forest.kind[nodes], "module")] = NONE
        names, qualified = self._names(owner)
        whole = self._whole(nodes)
        file, start, end = forest.file[nodes], forest.start[whole], forest.end[whole]
        return Definitions(
            kind=self._kinds(),
            flags=self._flags(names),
            owner=owner,
            file=file,
            start=start,
            end=end,
            line_start=forest.lines(file, start),
            line_end=forest.lines(file, np.maximum(end - 1, start)),
            name=tuple(names),
            qualified=tuple(qualified),
            signature=tuple(self._signatures()),
        )

    def _whole(self, nodes: Longs) -> Longs:
        """Definitions with their decorators."""
        decorated = among(self.forest.parent_kind[nodes], "decorated")
        return np.where(decorated, self.forest.parent[nodes], nodes)

    def _owners(self) -> Longs:
        """The node of the definition around each."""
        owners = self.scopes.definition[self.nodes].astype(np.int64)
        variables = self._variable_at[self.nodes]
        bound = variables >= 0
        homes = self.scopes.home[variables[bound]]
        inner = among(self.forest.kind[homes], "comprehension")
        homes[inner] = self.scopes.definition[homes[inner]]
        owners[bound] = homes
        for (class_, _), row in self.attributes.items():
            owners[row] = class_
        return owners

    def _kinds(self) -> "np.ndarray[tuple[int], np.dtype[np.uint8]]":
        kinds = np.full(len(self.nodes), VARIABLE, dtype=np.uint8)
        seen = self.forest.kind[self.nodes]
        owner = self._around
        in_class = (owner >= 0) & (self.forest.kind[owner] == KINDS["class"])
        kinds[(seen == KINDS["name"]) & in_class] = ATTRIBUTE
        kinds[self.row_of[self.scopes_parameters()]] = PARAMETER
        kinds[among(seen, "attribute")] = ATTRIBUTE
        kinds[among(seen, "module")] = MODULE
        kinds[among(seen, "class")] = CLASS
        kinds[among(seen, "function")] = np.where(in_class, METHOD, FUNCTION)[among(seen, "function")]
        kinds[among(seen, "lambda")] = LAMBDA
        return kinds

    def scopes_parameters(self) -> Longs:
        """Name nodes that are parameters and have a row."""
        found = self.scopes.parameters
        return found[self.row_of[found] >= 0]

    def _names(self, owner: "np.ndarray[tuple[int], np.dtype[np.int32]]") -> tuple[list[str], list[str]]:
        program, names = self.program, list[str]()
        qualified: list[str] = []
        lambdas: dict[int, int] = {}
        module, lambda_, name_, attribute = (KINDS[kind] for kind in ("module", "lambda", "name", "attribute"))
        spelled = [text.decode("utf-8", "replace") for text in self.forest.names]
        kind, name, last = program.kind, program.name, program.last
        for node, above in zip(self.nodes.tolist(), owner.tolist(), strict=True):
            code = kind[node]
            if code == module:
                whole = program.modules.name(program.file[node])
                names.append(whole.rpartition(".")[2])
                qualified.append(whole)
                continue
            if code == lambda_:
                lambdas[above] = lambdas.get(above, 0) + 1
                own = f"<lambda{lambdas[above]}>"
            elif code == name_:
                own = spelled[name[node]]
            else:
                head = last[node] if code == attribute else node + 1
                own = spelled[name[head]] if kind[head] == name_ else "<error>"
            names.append(own)
            qualified.append(f"{qualified[above]}.{own}")
        return names, qualified

    def _signatures(self) -> list[str]:
        program = self.program
        found = [""] * len(self.nodes)
        for node, function in program.functions.items():
            parts = [program.text(name) + "=" * (name in function.optional) for name in function.by_name]
            few = len(function.positional)
            if function.rest != NONE:
                parts.insert(few, "*rest")
            elif len(parts) > few:
                parts.insert(few, "*")
            parts += ["**keywords"] if function.keywords != NONE else []
            found[self.row_of[node]] = f"({', '.join(parts)})"
        return found

    def _flags(self, names: list[str]) -> "np.ndarray[tuple[int], np.dtype[np.uint16]]":
        flags = np.zeros(len(self.nodes), dtype=np.uint16)
        for row, name in enumerate(names):
            hidden = name.startswith("_") and not (name.startswith("__") and name.endswith("__"))
            flags[row] = Flag.PRIVATE if hidden else Flag.PUBLIC
        owner = self._around
        local = (owner >= 0) & among(self.forest.kind[owner], "function", "lambda")
        flags[local & ~among(self.forest.kind[self.nodes], "attribute")] |= np.uint16(Flag.LOCAL)
        for node in self.program.functions:
            flags[self.row_of[node]] |= np.uint16(self._function_flags(node, names))
        for node in self.program.classes:
            flags[self.row_of[node]] |= np.uint16(self._class_flags(node))
        for node in self._main_modules():
            flags[self.row_of[node]] |= np.uint16(Flag.MAIN)
        return flags

    def _function_flags(self, node: int, names: list[str]) -> int:
        function, program = self.program.functions[node], self.program
        bits = Flag.GENERATOR * function.generator | Flag.STATIC * function.static | Flag.PROPERTY * function.property
        bits |= Flag.CLASS_METHOD * function.of_class | Flag.VARIADIC * (function.rest != NONE)
        head = self.forest.start[node + 1] - self.forest.start[node] if program.last[node] >= 0 else 0
        bits |= Flag.ASYNC * (program.kind_name(node) == "function" and int(head) >= len("async def "))
        for decorator in program.decorators(node):
            last = program.last[decorator + 1] if program.kind_name(decorator + 1) == "attribute" else decorator + 1
            if program.kind[last] == KINDS["name"] and program.text(program.name[last]).startswith("abstract"):
                bits |= Flag.ABSTRACT
        own = names[self.row_of[node]]
        if own.startswith("test") and own not in CLASS_METHODS and self._is_test(node):
            bits |= Flag.TEST
        return int(bits)

    def _is_test(self, node: int) -> bool:
        """By the conventions of unittest and pytest: a module named for tests, or a class that is a TestCase."""
        program = self.program
        path = program.modules.name(program.file[node]).rpartition(".")[2]
        if path.startswith("test_") or path.endswith("_test"):
            return True
        owner = program.functions[node].owner
        return owner != NONE and any(name.endswith("TestCase") for name in self._outside(owner))

    def _class_flags(self, node: int) -> int:
        outside = self._outside(node)
        bits = Flag.EXCEPTION * any(name.endswith(EXCEPTIONS) or name in _BUILTIN_EXCEPTIONS for name in outside)
        direct = [-2 - base for base in self.solved.objects.bases.get(node, ()) if base <= -2]
        names = {self.solved.objects.external_name(self._value(base)).rpartition(".")[2] for base in direct}
        return int(bits | Flag.PROTOCOL * bool(names & set(PROTOCOLS)))

    def _outside(self, class_: int) -> list[str]:
        """External names among the ancestors of a class."""
        order = self.solved.objects.order(class_)
        return [self.solved.objects.external_name(self._value(-2 - at)) for at in order if at <= -2]

    def _value(self, external: int) -> int:
        return self.solved.flow.value(EXTERNAL, external)

    def _main_modules(self) -> list[int]:
        """Modules with a ``__name__`` guard, and those called ``__main__``."""
        forest, program = self.forest, self.program
        guard = forest.codes.get(b"__name__", NONE)
        tests = (forest.name == guard) & among(forest.parent_kind, "operation") & (self.scopes.definition >= 0)
        found = {int(self.scopes.definition[node]) for node in np.flatnonzero(tests).tolist()}
        roots = {node for node in found if program.kind_name(node) == "module"}
        named = {int(root) for file, root in enumerate(forest.first[:-1].tolist()) if self._is_main(file)}
        return sorted(roots | named)

    def _is_main(self, file: int) -> bool:
        return self.program.modules.name(file).rpartition(".")[2] == "__main__"


_BUILTIN_EXCEPTIONS: Final = frozenset(
    f"builtins.{name}"
    for name, value in vars(__import__("builtins")).items()
    if isinstance(value, type) and issubclass(value, BaseException)
)
