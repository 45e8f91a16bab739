"""Everything that was found in the Java code of a repository, put together as its code model."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from codegraft.symbols.java.declarations import Class, Function, Unit
from codegraft.symbols.java.definition_rows import define
from codegraft.symbols.java.findings import Findings, Reference
from codegraft.symbols.java.flow import Values
from codegraft.symbols.java.initialisers import first_uses, is_written, worth_a_row
from codegraft.symbols.java.members import Members
from codegraft.symbols.java.reference_rows import Referring, refer
from codegraft.symbols.java.sites import Site
from codegraft.symbols.java.structure import imports, overrides
from codegraft.symbols.model import CodeModel, SourceFile


def build_model(
    files: Sequence[SourceFile],
    units: Sequence[Unit],
    classes: Sequence[Class],
    members: Members,
    values: Values,
    findings: Findings,
    inner: Sequence[Function],
) -> CodeModel:
    """The code model, of all that was found and of the calls that the values made.

    ``inner`` are the lambdas, in document order within each file.
    """
    calls = [*_calls(values.sites), *_initialisations(classes, values, findings, members)]
    expanded_calls = [item for call in calls for item in _in_constructors(call)]
    kept = worth_a_row(_edges(expanded_calls))
    definitions = define(units, [file.path for file in files], members, inner, kept)
    shown = [item for item in expanded_calls if not _left_out(item.reference, kept)]
    others = [
        Referring(reference, "exact")
        for reference in [*findings.references, *imports(units), *overrides(classes, members)]
    ]
    plain = [inner for item in others for inner in _in_constructors(item)]
    references, externals, kinds = refer(units, [*shown, *plain], findings)
    read = [
        replace(file, problems=(*file.problems, *unit.syntax.problems)) for file, unit in zip(files, units, strict=True)
    ]
    return CodeModel("java", tuple(read), definitions, references, externals, kinds)


def _edges(calls: Sequence[Referring]) -> Iterator[tuple[Function | Class, Function]]:
    for reference, _ in calls:
        if isinstance(reference.source, Function | Class) and isinstance(reference.target, Function):
            yield reference.source, reference.target


def _calls(sites: Sequence[Site]) -> Iterator[Referring]:
    for site in sites:
        place = (site.unit, site.start, site.end)
        how = "exact" if site.certain and len(site.targets) == 1 else "inferred"
        for target in site.targets:
            yield Referring(Reference("call", site.source, target, *place), how)
        if not site.noted and (site.outside or not site.targets):
            yield Referring(Reference("call", site.source, site.outside or None, *place), how)


def _initialisations(
    classes: Sequence[Class], values: Values, findings: Findings, members: Members
) -> Iterator[Referring]:
    for trigger in first_uses(classes, values.sites, findings.uses, members):
        unit = trigger.source.unit.number
        start, end = trigger.place
        yield Referring(Reference("call", trigger.source, trigger.initializer, unit, start, end), "inferred")


def _in_constructors(item: Referring) -> list[Referring]:
    """What a field's initialiser or a block does is done by each constructor that does not leave it to another."""
    source = item.reference.source
    if not isinstance(source, Function) or source.kind != "instance":
        return [item]
    constructors = [found for found in source.owner.constructors if not found.delegates]
    return [item._replace(reference=replace(item.reference, source=found)) for found in constructors]


def _left_out(reference: Reference, kept: set[Function]) -> bool:
    target = reference.target
    return isinstance(target, Function) and not is_written(target) and target not in kept
