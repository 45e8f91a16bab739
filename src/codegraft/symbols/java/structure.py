"""How the parts of a Java repository stand to each other: what imports, extends and overrides what."""

from collections.abc import Iterator, Sequence

from codegraft.symbols.java.declarations import Class, Import, Unit
from codegraft.symbols.java.findings import Reference
from codegraft.symbols.java.initialisers import written_functions
from codegraft.symbols.java.members import Members


def break_cycles(classes: Sequence[Class]) -> None:
    """Link classes to their subclasses. Where one would inherit from itself, the first such link is left out."""
    for class_ in classes:
        class_.supers[:] = [above for above in class_.supers if not _reaches(above.head, class_)]
    for class_ in classes:
        for above in class_.supers:
            above.head.subclasses.append(class_)


def _reaches(lower: Class, upper: Class) -> bool:
    pending, seen = [lower], {lower}
    while pending:
        current = pending.pop()
        if current is upper:
            return True
        fresh = [above.head for above in current.supers if above.head not in seen]
        seen.update(fresh)
        pending += fresh
    return False


def imports(units: Sequence[Unit]) -> Iterator[Reference]:
    """Imports, of the file that declares the type, or of a name outside of the repository.

    Of a package of the repository as a whole nothing is noted: what is used of it says more.
    """
    packages = {unit.package for unit in units}
    for unit in units:
        for fact in unit.imports:
            name = _imported_type(fact)
            found = unit.names.class_named(name)
            if found is not None and not found.library:
                yield Reference("import", unit, found.unit, unit.number, unit.start[fact.row], unit.end[fact.row])
            elif name not in packages:
                yield Reference("import", unit, name, unit.number, unit.start[fact.row], unit.end[fact.row])


def _imported_type(fact: Import) -> str:
    """The type or package that an import names; a static one names a member of the type as well."""
    return fact.name.rpartition(".")[0] or fact.name if fact.static and not fact.wildcard else fact.name


def overrides(classes: Sequence[Class], members: Members) -> Iterator[Reference]:
    """Which method takes the place of which."""
    for class_ in classes:
        for function in written_functions(class_):
            for above in members.overridden(function):
                target = above.qualified if above.owner.library else above
                unit, place = function.unit, function.unit.child(function.row, "name")
                yield Reference("override", function, target, unit.number, unit.start[place], unit.end[place])
