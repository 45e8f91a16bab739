"""What Java files declare: types, functions, fields and variables, each read from its syntax when first asked for.

One module, for each of these knows the others.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, NamedTuple, Protocol

import numpy as np

from codegraft.symbols.java.syntax import FIELDS, KINDS, JavaSyntax, stops

NONE: Final = -1

TYPE_KINDS: Final = {
    "class_declaration": "class",
    "interface_declaration": "interface",
    "enum_declaration": "enum",
    "record_declaration": "record",
    "annotation_type_declaration": "annotation",
}
"""Declarations of types, and what they are called in code models."""

_MAY_DECLARE: Final = np.array([kind in (*TYPE_KINDS, "object_creation_expression", "enum_constant") for kind in KINDS])


class Import(NamedTuple):
    """An import: a qualified name, of a package or class if it is a ``wildcard``; ``static`` ones import members."""

    name: str
    static: bool
    wildcard: bool
    row: int


class TypeNames(Protocol):
    """What declarations ask of the types around them."""

    def declared_type(
        self, unit: "Unit", row: int, class_: "Class | None", function: "Function | None", dimensions: int = 0
    ) -> "Type | None":
        """The type that a node of syntax spells."""

    def class_named(self, name: str) -> "Class | None":
        """The type with a dotted name."""

    def supers(self, class_: "Class") -> "list[Type]":
        """Superclass and interfaces."""

    def type_parameters(
        self, unit: "Unit", row: int, owner: "Class", function: "Function | None"
    ) -> "dict[str, Class]":
        """Type variables by name."""


class Lists(NamedTuple):
    """Columns of a file's syntax, and ``declaring``, the rows that may declare a type."""

    kind: list[str]
    field: list[str]
    start: list[int]
    end: list[int]
    parent: list[int]
    stop: list[int]
    declaring: list[int]


class Rows:
    """The syntax of one file as lists, of which single entries are read faster; they may be shared."""

    def __init__(self, syntax: JavaSyntax) -> None:
        self.syntax = syntax
        self.lists = Lists(
            [KINDS[code] for code in syntax.kind.tolist()],
            [FIELDS[code] for code in syntax.field.tolist()],
            syntax.start.tolist(),
            syntax.end.tolist(),
            syntax.parent.tolist(),
            stops(syntax).tolist(),
            np.flatnonzero(_MAY_DECLARE[syntax.kind]).tolist(),
        )


class Unit:
    """One file: its syntax as lists, its package and its imports."""

    def __init__(self, number: int, rows: Rows, names: TypeNames) -> None:
        self.number, self.syntax, self.names = number, rows.syntax, names
        self.text = rows.syntax.text
        self.kind, self.field, self.start, self.end, self.parent, self.stop, self.declaring = rows.lists
        self.package = ""
        self.imports: list[Import] = []
        self.classes: list[Class] = []
        self.class_at: dict[int, Class] = {}
        self.local_classes: dict[str, list[Class]] = {}
        self.definition = NONE

    def says(self, row: int) -> str:
        """Text of a node."""
        return self.text[self.start[row] : self.end[row]].decode("utf-8", "replace")

    def dotted(self, row: int) -> str:
        """Text of a qualified name, without blanks."""
        return "".join(self.says(row).split())

    def children(self, row: int) -> Iterator[int]:
        """Rows of the children, in document order."""
        child, end, stop = row + 1, self.stop[row], self.stop
        while child < end:
            yield child
            child = stop[child]

    def child(self, row: int, name: str) -> int:
        """First child in a field, or -1."""
        child, end, stop, fields = row + 1, self.stop[row], self.stop, self.field
        while child < end:
            if fields[child] == name:
                return child
            child = stop[child]
        return NONE

    def inner(self, row: int, *kinds: str) -> int:
        """First child of one of these kinds, or -1."""
        return next((child for child in self.children(row) if self.kind[child] in kinds), NONE)

    def modifiers(self, row: int) -> frozenset[str]:
        """Keywords before a declaration."""
        found = self.inner(row, "modifiers")
        if found == NONE:
            return frozenset()
        text = bytearray(self.text[self.start[found] : self.end[found]])
        for child in self.children(found):
            at = self.start[child] - self.start[found]
            text[at : self.end[child] - self.start[found]] = b" " * (self.end[child] - self.start[child])
        return frozenset(text.decode("utf-8", "replace").split())

    def annotations(self, row: int) -> Iterator[int]:
        """Rows of the annotations before a declaration."""
        found = self.inner(row, "modifiers")
        if found != NONE:
            yield from (child for child in self.children(found) if self.kind[child].endswith("annotation"))


class Type(NamedTuple):
    """A class with its type arguments; of an array, ``ARRAY`` with its elements' type. ``None`` is not known."""

    head: "Class"
    args: tuple["Type | None", ...] = ()


@dataclass(eq=False, repr=False)
class Field:
    """A field, an enum constant or a record's component."""

    owner: "Class"
    name: str
    row: int
    modifiers: frozenset[str]
    type_row: int
    dimensions: int = 0
    constant: bool = False
    """Whether it is an enum constant."""
    variable: int = NONE
    definition: int = NONE

    @property
    def static(self) -> bool:
        """Whether the class has it rather than its instances."""
        return self.constant or "static" in self.modifiers or self.owner.kind in ("interface", "annotation")

    @cached_property
    def type(self) -> Type | None:
        """Its declared type."""
        if self.constant:
            return Type(self.owner)
        return self.owner.names.declared_type(self.owner.unit, self.type_row, self.owner, None, self.dimensions)


@dataclass(eq=False, repr=False)
class Local:
    """A local variable or a parameter. ``variable`` is its number in the value flow."""

    name: str
    row: int
    owner: "Function | Class"
    type: Type | None
    until: int
    depth: int
    parameter: bool = False
    variable: int = NONE
    definition: int = NONE
    number: int = NONE
    """Of a parameter, which one."""
    scope: int = NONE
    """The syntax that it is declared in."""


@dataclass(eq=False, repr=False)
class Function:
    """A method, constructor, initialiser or lambda.

    ``kind`` is that of the code model; an ``initializer`` is a class's static one, and ``instance`` stands for what
    runs in every constructor: field initialisers and initialiser blocks. ``row`` is -1 where nothing is written.
    """

    kind: str
    owner: "Class"
    name: str
    row: int
    outer: "Function | None" = None
    definition: int = NONE
    locals: list[Local] = field(default_factory=list)
    result: Type | None = None
    """Of a lambda, what its body is."""
    target: Type | None = None
    """Of a lambda, its functional interface."""
    return_variable: int = NONE
    this_variable: int = NONE
    parameter_variables: list[int] = field(default_factory=list)
    delegates: bool = False
    """Of a constructor: it starts with ``this(...)``, so that another one runs the initialisers."""
    explicit_super: bool = False
    """Of a constructor: it says ``super(...)``."""
    setters: list[tuple[int, Field]] = field(default_factory=list)
    getters: list[Field] = field(default_factory=list)

    @property
    def unit(self) -> Unit:
        """The file that it stands in."""
        return self.owner.unit

    @cached_property
    def modifiers(self) -> frozenset[str]:
        """Keywords before it."""
        return self.unit.modifiers(self.row) if self.row != NONE else frozenset()

    @cached_property
    def static(self) -> bool:
        """Whether it runs without an instance."""
        return self.kind == "initializer" or "static" in self.modifiers

    @cached_property
    def abstract(self) -> bool:
        """Whether it is a method without a body that others have to write."""
        if self.kind != "method" or "static" in self.modifiers or "default" in self.modifiers:
            return False
        if self.owner.library:
            return "abstract" in self.modifiers or self.owner.kind in ("interface", "annotation")
        return self.body == NONE and "native" not in self.modifiers

    @cached_property
    def body(self) -> int:
        """Row of the body, or -1."""
        return self.unit.child(self.row, "body") if self.row != NONE else NONE

    @cached_property
    def type_parameters(self) -> dict[str, "Class"]:
        """Its own type variables."""
        return self.owner.names.type_parameters(self.unit, self.row, self.owner, self) if self.row != NONE else {}

    @cached_property
    def canonical(self) -> bool:
        """Whether it is a record's constructor that takes the components as the header lists them."""
        if self.kind != "constructor" or self.owner.kind != "record":
            return False
        return self.row == NONE or self.unit.kind[self.row] == "compact_constructor_declaration"

    @cached_property
    def parameter_rows(self) -> list[int]:
        """Rows of its parameters; a record's compact constructor has its components."""
        unit, record = self.unit, self.kind == "constructor" and self.owner.kind == "record"
        if self.row == NONE and not record:
            return []
        holder = self.owner.row if self.canonical else self.row
        found = unit.child(holder, "parameters")
        if found == NONE:
            return []
        if unit.kind[found] == "identifier":
            return [found]
        kinds = ("formal_parameter", "spread_parameter", "identifier")
        return [child for child in unit.children(found) if unit.kind[child] in kinds]

    @cached_property
    def variadic(self) -> bool:
        """Whether the last parameter stands for any number of arguments."""
        rows = self.parameter_rows
        return bool(rows) and self.unit.kind[rows[-1]] == "spread_parameter"

    @cached_property
    def parameters(self) -> list[Type | None]:
        """Declared types of its parameters, an array for a variadic one."""
        return [self._parameter_type(row) for row in self.parameter_rows]

    def _parameter_type(self, row: int) -> Type | None:
        type_row, _, dimensions = parameter_parts(self.unit, row)
        names = self.owner.names
        return names.declared_type(self.unit, type_row, self.owner, self, dimensions) if type_row != NONE else None

    @cached_property
    def returns(self) -> Type | None:
        """Declared type of what it returns; ``void`` is a class of its own."""
        if self.kind != "method":
            return self.result
        type_row = self.unit.child(self.row, "type")
        dimensions = 1 if self.unit.child(self.row, "dimensions") != NONE else 0
        if type_row == NONE:
            return None
        return self.owner.names.declared_type(self.unit, type_row, self.owner, self, dimensions)

    @cached_property
    def descriptor(self) -> tuple[str, ...]:
        """Erased types of its parameters, which tell overloads apart and make a method override another."""
        pairs = zip(self.parameter_rows, self.parameters, strict=True)
        return tuple(erased(type_) if type_ is not None else self._written(row) for row, type_ in pairs)

    @property
    def qualified(self) -> str:
        """Its name with its class's and its erased parameter types: ``java.util.List:add(java.lang.Object)``."""
        signature = "" if self.kind == "lambda" else f"({','.join(self.descriptor)})"
        return f"{self.owner.binary}:{self.name}{signature}"

    def _written(self, row: int) -> str:
        """The type of a parameter as it is written, without type arguments: nobody knows the class."""
        type_row, _, dimensions = parameter_parts(self.unit, row)
        text = self.unit.dotted(type_row) if type_row != NONE else "?"
        return text.partition("<")[0].removesuffix("[]") + "[]" * (dimensions + text.count("[]"))


@dataclass(eq=False, repr=False)
class Class:
    """A class, interface, enum, record, annotation type or type variable; ``library`` ones are not of the repository.

    ``binary`` is the name that the compiler gives: ``a.b.Outer$Inner``, ``a.b.Outer$1``. Of a class that is not
    ``known`` there is nothing but its name.
    """

    kind: str
    name: str
    binary: str
    unit: Unit
    row: int
    outer: "Class | None" = None
    function: Function | None = None
    library: bool = False
    known: bool = True
    number: int = 0
    definition: int = NONE
    this_variable: int = NONE
    lambdas: int = 0
    local: bool = False
    subclasses: list["Class"] = field(default_factory=list)

    @property
    def names(self) -> TypeNames:
        """All types by their names."""
        return self.unit.names

    @cached_property
    def modifiers(self) -> frozenset[str]:
        """Keywords before it."""
        named = self.unit.kind[self.row] in TYPE_KINDS
        return self.unit.modifiers(self.row) if named else frozenset()

    @cached_property
    def interface(self) -> bool:
        """Whether it is an interface; annotation types are."""
        return self.kind in ("interface", "annotation")

    @cached_property
    def body(self) -> int:
        """Row of what stands in its braces, or -1."""
        unit, row = self.unit, self.row
        if not self.known or self.kind == "type variable":
            return NONE
        found = unit.child(row, "body")
        return found if found != NONE else unit.inner(row, "class_body")

    @cached_property
    def type_parameters(self) -> dict[str, "Class"]:
        """Its type variables by name."""
        if not self.known or self.kind == "type variable" or self.unit.kind[self.row] not in TYPE_KINDS:
            return {}
        return self.names.type_parameters(self.unit, self.row, self, None)

    @cached_property
    def supers(self) -> list[Type]:
        """Superclass and interfaces that are known, the superclass first; Object has none."""
        return self.names.supers(self)

    @cached_property
    def fields(self) -> dict[str, Field]:
        """Its own fields by name, in document order."""
        own = {found.name: found for row in self.member_rows for found in read_fields(self, row)}
        return components(self) | own

    @cached_property
    def methods(self) -> dict[str, list[Function]]:
        """Its own methods by name, in document order."""
        found: dict[str, list[Function]] = {}
        for row in self.member_rows:
            if self.unit.kind[row] in ("method_declaration", "annotation_type_element_declaration"):
                name = self.unit.says(self.unit.child(row, "name"))
                found.setdefault(name, []).append(Function("method", self, name, row))
        return found

    @cached_property
    def constructors(self) -> list[Function]:
        """Its constructors; where none is written, the one that the compiler makes up."""
        kinds = ("constructor_declaration", "compact_constructor_declaration")
        rows = [row for row in self.member_rows if self.unit.kind[row] in kinds]
        written = [Function("constructor", self, "<init>", row) for row in rows]
        if self.interface or self.kind == "type variable" or not self.known:
            return written
        canonical = Function("constructor", self, "<init>", NONE)
        if self.kind == "record":
            count = len(canonical.parameter_rows)
            if any(len(found.parameter_rows) == count for found in written):
                return written
            canonical.setters = list(enumerate(record_fields(self)))
            return [*written, canonical]
        return written or [canonical]

    @cached_property
    def static_initializer(self) -> Function:
        """All static blocks, static fields' initialisers and enum constants together."""
        return Function("initializer", self, "<clinit>", NONE)

    @cached_property
    def instance_initializer(self) -> Function:
        """All that runs in each constructor."""
        return Function("instance", self, "<init>", NONE)

    @cached_property
    def nested(self) -> dict[str, "Class"]:
        """Types declared in its body, by name."""
        return {}

    @cached_property
    def member_rows(self) -> list[int]:
        """Rows of what it declares; in an enum constants come first. A record's components are not among them."""
        if self.body == NONE:
            return []
        rows: list[int] = []
        for row in self.unit.children(self.body):
            rows += self.unit.children(row) if self.unit.kind[row] == "enum_body_declarations" else [row]
        return rows


def read_fields(owner: Class, row: int) -> Iterator[Field]:
    """Fields that one declaration makes."""
    unit = owner.unit
    if unit.kind[row] == "enum_constant":
        yield Field(owner, unit.says(unit.child(row, "name")), row, frozenset(), NONE, constant=True)
    elif unit.kind[row] in ("field_declaration", "constant_declaration"):
        modifiers, type_row = unit.modifiers(row), unit.child(row, "type")
        for declarator in unit.children(row):
            if unit.kind[declarator] == "variable_declarator":
                name = unit.says(unit.child(declarator, "name"))
                yield Field(owner, name, declarator, modifiers, type_row, array_depth(unit, declarator))


def record_fields(owner: Class) -> list[Field]:
    """Fields of a record's components, in order."""
    return [owner.fields[name] for name in components(owner)]


def component_read(owner: Class, name: str) -> Field | None:
    """The record's component that a method of this name and no parameters reads, if the compiler writes that method."""
    field = components(owner).get(name)
    written = any(not method.parameter_rows for method in owner.methods.get(name, ()))
    return owner.fields[name] if field is not None and not written else None


def components(owner: Class) -> dict[str, Field]:
    """A record's components: fields, as visible as the methods that read them."""
    unit = owner.unit
    found = unit.child(owner.row, "parameters") if owner.kind == "record" else NONE
    if found == NONE:
        return {}
    made = {}
    for row in unit.children(found):
        if unit.kind[row] in ("formal_parameter", "spread_parameter"):
            type_row, name_row, dimensions = parameter_parts(unit, row)
            name = unit.says(name_row)
            made[name] = Field(owner, name, row, frozenset({"public", "final"}), type_row, dimensions)
    return made


def parameter_parts(unit: Unit, row: int) -> tuple[int, int, int]:
    """Rows of a parameter's type (-1 if a lambda leaves it out) and name, and how many array dimensions it adds."""
    if unit.kind[row] == "identifier":
        return NONE, row, 0
    if unit.kind[row] == "spread_parameter":
        type_row, name_row = NONE, row
        for child in unit.children(row):
            if unit.kind[child] == "variable_declarator":
                name_row = unit.child(child, "name")
            elif unit.kind[child] != "modifiers" and not unit.kind[child].endswith("annotation") and type_row == NONE:
                type_row = child
        return type_row, name_row, 1
    return unit.child(row, "type"), unit.child(row, "name"), array_depth(unit, row)


def array_depth(unit: Unit, row: int) -> int:
    """How many array dimensions are written after a name."""
    found = unit.child(row, "dimensions")
    return unit.says(found).count("[") if found != NONE else 0


def erased(type_: Type) -> str:
    """Binary name of a type without its arguments: ``java.util.List``, ``int[]``; a type variable's first bound."""
    head = type_.head
    if head.kind == "array":
        return f"{erased(type_.args[0])}[]" if type_.args and type_.args[0] is not None else "java.lang.Object[]"
    seen = 0
    while head.kind == "type variable" and head.supers and seen < 20:
        head, seen = head.supers[0].head, seen + 1
    return "java.lang.Object" if head.kind == "type variable" else head.binary
