"""Java scopes: what names mean at a place."""

from typing import Final

from codegraft.symbols.java.declarations import Class, Field, Function, Local, Type, Unit
from codegraft.symbols.java.flow import Values
from codegraft.symbols.java.members import Members

_SCOPES: Final = frozenset(
    {
        *("block", "constructor_body", "for_statement", "enhanced_for_statement", "try_with_resources_statement"),
        *("catch_clause", "lambda_expression", "method_declaration", "constructor_declaration", "switch_block"),
        *("compact_constructor_declaration", "program", "switch_rule", "class_body", "enum_body_declarations"),
    }
)


class Scopes:
    """Where the sweep is: the classes and functions around, and what names mean there.

    Attributes:
        classes: the classes around, the innermost last.
        functions: for each of them the innermost function around, if any.
        locals: local variables by name, the innermost last; those that are out of scope may still be there.
    """

    def __init__(self, unit: Unit, members: Members, values: Values) -> None:
        self.unit, self.members, self.values = unit, members, values
        self.names = members.names
        self.classes: list[Class] = []
        self.functions: list[Function | None] = []
        self.locals: dict[str, list[Local]] = {}

    @property
    def class_(self) -> Class | None:
        """The innermost class."""
        return self.classes[-1] if self.classes else None

    @property
    def function(self) -> Function | None:
        """The innermost function of the innermost class."""
        return self.functions[-1] if self.functions else None

    @property
    def caller(self) -> Function | Class:
        """What calls, at this place."""
        return self.function or self.classes[-1]

    @property
    def source(self) -> Function | Class | Unit:
        """What refers, at this place."""
        return self.function or self.class_ or self.unit

    def this_of(self, class_: Class) -> int:
        """What ``this`` holds of a class around: of the innermost what its method runs on."""
        depth = next((depth for depth, around in enumerate(self.classes) if around is class_), None)
        function = self.functions[depth] if depth is not None else None
        while function is not None and function.kind == "lambda":
            function = function.outer
        if function is None or function.kind == "initializer":
            return self.values.this(class_)
        return self.values.this_in(function)

    def declare(self, name_row: int, type_: Type | None, scope: int, *, parameter: bool = False) -> Local:
        """Bring a local variable into scope, to the end of the syntax that ``scope`` is in."""
        unit = self.unit
        owner = self.caller
        while unit.kind[scope] not in _SCOPES:
            scope = unit.parent[scope]
        name = unit.says(name_row)
        made = Local(name, name_row, owner, type_, unit.stop[scope], len(self.classes), parameter)
        if self.values.carries(type_):
            made.variable = self.values.variable()
        made.scope = scope
        self.locals.setdefault(name, []).append(made)
        if isinstance(owner, Function):
            owner.locals.append(made)
        return made

    def local(self, name: str, row: int) -> Local | None:
        """The local variable of a name at a place."""
        stack = self.locals.get(name)
        while stack and stack[-1].until <= row:
            stack.pop()
        return stack[-1] if stack else None

    def lookup(self, name: str, row: int) -> Local | Field | Class | None:
        """What a simple name means where a value may stand: variables and fields from the inside out, then types."""
        local = self.local(name, row)
        for depth in range(len(self.classes), 0, -1):
            if local is not None and local.depth >= depth:
                return local
            if found := self.members.field(self.classes[depth - 1], name):
                return found
        if local is not None:
            return local
        for fact in self.unit.imports:
            if fact.static and (fact.wildcard or fact.name.rpartition(".")[2] == name):
                owner = self.names.class_named(fact.name if fact.wildcard else fact.name.rpartition(".")[0])
                if owner is not None and (found := self.members.field(owner, name)):
                    return found
        return self.names.find(self.unit, name, row, self.class_, self.function)

    def declared(self, row: int, dimensions: int = 0) -> Type | None:
        """The type that a node spells, as seen from here."""
        return self.names.declared_type(self.unit, row, self.class_, self.function, dimensions)
