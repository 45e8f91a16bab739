"""The Java code of a repository -> its code model."""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files as package_files
from typing import Final

from codegraft.symbols.java import (
    accesses,
    calls,
    creations,
    expressions,
    implied,
    lambdas,
    mentions,
    scopes,
    statements,
)
from codegraft.symbols.java.context import Context, Handler, sweep
from codegraft.symbols.java.declarations import NONE, Class, Function, Rows
from codegraft.symbols.java.findings import Findings
from codegraft.symbols.java.flow import Values
from codegraft.symbols.java.initialisers import written_functions
from codegraft.symbols.java.members import Members
from codegraft.symbols.java.model import build_model
from codegraft.symbols.java.names import Names
from codegraft.symbols.java.structure import break_cycles
from codegraft.symbols.java.syntax import JavaSyntax, read_java
from codegraft.symbols.model import CodeModel, SourceFile

_ENTER: Final[dict[str, Handler]] = {**scopes.ENTER, **lambdas.ENTER, **implied.ENTER}
_LEAVE: Final[dict[str, Handler]] = {
    **scopes.LEAVE,
    **statements.LEAVE,
    **mentions.LEAVE,
    **accesses.LEAVE,
    **expressions.LEAVE,
    **calls.LEAVE,
    **creations.LEAVE,
    **lambdas.LEAVE,
    **implied.LEAVE,
}


def link_java(files: Sequence[SourceFile], trees: Sequence[JavaSyntax]) -> CodeModel:
    """Definitions and references of all Java files of one repository, from their syntax.

    Never fails on what the files say: what cannot be understood is in the files' ``problems``, and names that lead
    nowhere are unresolved references.
    """
    names = Names(_library())
    units = [names.add(tree) for tree in trees]
    classes = [class_ for unit in units for class_ in unit.classes]
    break_cycles(classes)
    members = Members(names)
    values, findings = Values(members), Findings()
    inner: list[Function] = []
    for unit in units:
        context = Context(unit, members, values, findings)
        sweep(context, _ENTER, _LEAVE)
        inner += context.found_functions
    _complete_constructors(classes, values)
    values.start()
    _admit_outside_objects(classes, values)
    values.run()
    return build_model(files, units, classes, members, values, findings, inner)


@cache
def _library() -> Rows:
    """The part of the Java library that we know, declared in Java."""
    return Rows(read_java(package_files(__package__).joinpath("library.java").read_bytes()))


def _complete_constructors(classes: Sequence[Class], values: Values) -> None:
    """Constructors that nobody writes call the superclass's."""
    for class_ in classes:
        for constructor in class_.constructors:
            if constructor.row == NONE and class_.name:
                site = scopes.implicit_super_site(values.this_in(constructor), constructor)
                if site is not None:
                    site.unit = class_.unit.number
                    site.start, site.end = class_.unit.start[class_.row], class_.unit.end[class_.row]
                    values.call(site)


def _admit_outside_objects(classes: Sequence[Class], values: Values) -> None:
    """Classes of which nobody makes objects here somebody else may instantiate, and call methods that nobody calls."""
    for class_ in classes:
        this = values.this(class_)
        if not values.flow.points[this] and not class_.interface and "abstract" not in class_.modifiers:
            values.new_object(class_, this)
        for function in [*written_functions(class_), class_.instance_initializer]:
            if function.this_variable != NONE and not values.flow.points[function.this_variable]:
                values.copy(this, function.this_variable)
