"""When Java classes are initialised, and which of the functions that nobody writes are worth a row."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from codegraft.symbols.java.declarations import NONE, Class, Function
from codegraft.symbols.java.findings import Use
from codegraft.symbols.java.members import Members
from codegraft.symbols.java.sites import Site

Order = tuple[int, int]
Place = tuple[int, int]


class Step(NamedTuple):
    """Something that a function does: it calls a function, or uses a class."""

    order: Order
    target: Class | Function
    place: Place


class Trigger(NamedTuple):
    """A class is first used here: ``source`` runs its static initialiser."""

    source: Function
    place: Place
    initializer: Function


def first_uses(
    classes: Sequence[Class], sites: Iterable[Site], uses: Mapping[Function | Class, Sequence[Use]], members: Members
) -> list[Trigger]:
    """Which function first uses each class with a static initialiser, in a run through the whole program.

    The run starts at each ``main``, then at whatever else has not run, in document order; it goes through calls and
    uses in the order in which a function's text evaluates them.
    """
    steps: dict[Function | Class, list[Step]] = {}
    for source, used in uses.items():
        steps.setdefault(source, []).extend(Step(*use) for use in used)
    for site in sites:
        place = (site.start, site.end)
        steps.setdefault(site.source, []).extend(Step(site.order, target, place) for target in site.targets)
    for listed in steps.values():
        listed.sort(key=lambda step: step.order)
    run = _Run(steps, members)
    for function in _roots(classes, steps):
        run.start(function)
    return run.triggers


def _roots(classes: Sequence[Class], steps: Iterable[Function | Class]) -> list[Function]:
    functions = [function for class_ in classes for function in written_functions(class_)]
    mains = [function for function in functions if is_main(function)]
    called = dict.fromkeys(function for function in steps if isinstance(function, Function))
    return [*mains, *functions, *called]


def is_main(function: Function) -> bool:
    """Whether a program starts here."""
    return function.name == "main" and function.static and function.descriptor in ((), ("java.lang.String[]",))


def written_functions(class_: Class) -> Iterator[Function]:
    """Methods and constructors of a class, in document order of each kind."""
    for methods in class_.methods.values():
        yield from methods
    yield from class_.constructors


class _Run:
    """A walk through calls in the order of execution; every function is gone through once."""

    def __init__(self, steps: Mapping[Function | Class, list[Step]], members: Members) -> None:
        self.steps, self.members = steps, members
        self.triggers: list[Trigger] = []
        self.ran: set[Function] = set()
        self.initialised: set[Class] = set()

    def start(self, function: Function) -> None:
        """Run a function that nobody calls: its class is there already, initialised by who knows whom."""
        if function in self.ran:
            return
        before = [self._of(class_.static_initializer) for class_ in self._to_initialise(function.owner)]
        pending = [self._of(function), *reversed(before)]
        while pending:
            found = next(pending[-1], None)
            if found is None:
                pending.pop()
                continue
            source, step = found
            if isinstance(step.target, Class):
                for class_ in reversed(self._to_initialise(step.target)):
                    if class_.static_initializer in self.steps or has_static_block(class_):
                        self.triggers.append(Trigger(source, step.place, class_.static_initializer))
                        pending.append(self._of(class_.static_initializer))
            else:
                pending.append(self._of(step.target))

    def _of(self, function: Function) -> Iterator[tuple[Function, Step]]:
        """What a function does, step by step; a constructor runs the instance's initialisers after the superclass's."""
        if function in self.ran:
            return
        self.ran.add(function)
        own = self.steps.get(function, [])
        if function.kind == "constructor" and not function.delegates:
            inner = self.steps.get(function.owner.instance_initializer, [])
            first = [step for step in own if isinstance(step.target, Function) and step.target.kind == "constructor"][
                :1
            ]
            own = [*first, *inner, *(step for step in own if step not in first)]
        for step in own:
            yield function, step

    def _to_initialise(self, class_: Class) -> list[Class]:
        """The class and what has to be initialised before it, in that order; nothing that is already."""
        if class_ in self.initialised:
            return []
        found = []
        for ancestor in reversed(self.members.ancestors(class_)):
            if ancestor.library or ancestor in self.initialised:
                continue
            if ancestor is class_ or not ancestor.interface or (not class_.interface and _has_defaults(ancestor)):
                self.initialised.add(ancestor)
                found.append(ancestor)
        return found


def _has_defaults(class_: Class) -> bool:
    return any(not method.abstract and not method.static for methods in class_.methods.values() for method in methods)


def has_static_block(class_: Class) -> bool:
    """Whether a class writes ``static {...}``."""
    return static_block(class_) != NONE


def static_block(class_: Class) -> int:
    """Row of the first ``static {...}``, or -1."""
    unit = class_.unit
    return next((row for row in class_.member_rows if unit.kind[row] == "static_initializer"), NONE)


def is_written(function: Function) -> bool:
    """Whether a function stands in the text: a constructor or initialiser may not."""
    if function.kind == "initializer":
        return has_static_block(function.owner)
    return function.row != NONE


def worth_a_row(edges: Iterable[tuple[Function | Class, Function]]) -> set[Function]:
    """Unwritten constructors and static initialisers that call something written, or another one that does.

    ``edges`` are all calls, those of field initialisers from each constructor that runs them.
    """
    callers: dict[Function, list[Function]] = {}
    kept: set[Function] = set()
    for source, target in edges:
        if isinstance(source, Function) and not is_written(source):
            callers.setdefault(target, []).append(source)
            if is_written(target):
                kept.add(source)
    pending = list(kept)
    while pending:
        for caller in callers.get(pending.pop(), ()):
            if caller not in kept:
                kept.add(caller)
                pending.append(caller)
    return kept
