"""What the body of one Java class declares, by name."""

from codegraft.parsing.vocabulary import detail
from codegraft.symbols.links import Entity
from codegraft.symbols.tables import CLASS, DECORATORS, FUNCTION, PARAMETER, VARIABLE, FileTables

CONSTANT, CONSTRUCTOR, TYPE_NAME = map(detail, ("constant", "constructor", "type"))


def classes(tables: FileTables, class_: Entity, name: str) -> list[Entity]:
    """Nested classes of a name."""
    return [found for found in _declared(tables, class_, name) if tables.kind[found.node] == CLASS]


def fields(tables: FileTables, class_: Entity, name: str) -> list[Entity]:
    """Fields, enum constants and record components of a name; type variables are none."""
    declared = _declared(tables, class_, name)
    values = [found for found in declared if tables.kind[found.node] in (VARIABLE, PARAMETER)]
    return [found for found in values if tables.detail[found.node] != TYPE_NAME]


def methods(tables: FileTables, class_: Entity, name: str) -> list[Entity]:
    """Methods of a name; constructors are none."""
    functions = [found for found in _declared(tables, class_, name) if tables.kind[found.node] == FUNCTION]
    return [found for found in functions if tables.detail[found.node] != CONSTRUCTOR]


def is_private(tables: FileTables, member: int) -> bool:
    """Whether a member is private, so that no class inherits it; a field's statement says so for all its fields."""
    of_statement = tables.kind[member] == VARIABLE and tables.detail[member] != CONSTANT
    declaration = tables.parent[member] if of_statement else member
    return any(tables.name(word) == "private" for word in tables.children(declaration, DECORATORS))


def _declared(tables: FileTables, class_: Entity, name: str) -> list[Entity]:
    return [Entity(class_.file, node) for node in tables.members(class_.node).get(name, [])]
