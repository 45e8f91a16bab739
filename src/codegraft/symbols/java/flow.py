"""Values through Java code: which objects, lambdas and method references reach a call, and so what it runs."""

from typing import Final

from codegraft.symbols.java.declarations import NONE, Class, Function
from codegraft.symbols.java.heap import CONTAINER, INSTANCE, LAMBDA, MethodReference
from codegraft.symbols.java.library_flow import LibraryFlow
from codegraft.symbols.java.members import Members
from codegraft.symbols.java.sites import Site

MAX_OVERRIDES: Final = 20
"""A call that could mean more overriding methods than this says only what the receiver's type declares."""


class Values(LibraryFlow):
    """What flows where in one repository, and what its calls run because of it."""

    def __init__(self, members: Members) -> None:
        super().__init__(members)
        self._bound: dict[tuple[int, int, int], Site] = {}
        self._thrown: list[tuple[Class, int]] = []
        self._caught: list[tuple[Class, int]] = []

    def call(self, site: Site) -> None:
        """A call of a method of the repository, to be followed for each object that it may be called on."""
        self.add(site)
        self.pending.append((self._follow_call, site.number))

    def construct(self, site: Site, class_: Class) -> None:
        """``new``: makes an object and runs its constructor."""
        self.add(site)
        self.instantiated.add(class_)
        site.made = class_
        self.pending.append((self._follow_construction, site.number))

    def throw(self, class_: Class, variable: int) -> None:
        """An exception of a class is thrown."""
        self._thrown.append((class_, variable))

    def catch(self, class_: Class, variable: int) -> None:
        """Exceptions of a class are caught, wherever they come from."""
        self._caught.append((class_, variable))

    def start(self) -> None:
        """Follow the values that the code makes, once all of it has been seen."""
        for follow, number in self.pending:
            follow(number)
        for class_, variable in self._caught:
            for thrown, source in self._thrown:
                if self.members.extends(thrown, class_) or self.members.extends(class_, thrown):
                    self.copy(source, variable)
        self.flow.run()

    def run(self) -> None:
        """Follow all values; calls that none reaches may run whatever the declared type allows."""
        done = 0
        while done < len(self.sites):
            done = len(self.sites)
            for site in self.sites:
                self._fall_back(site)
            self.flow.run()

    def _fall_back(self, site: Site) -> None:
        method = site.method
        if site.fell_back or site.certain or method is None or method.owner.library:
            return
        overflown = site.receiver != NONE and not self.flow.points[site.receiver]
        if site.targets and not overflown:
            return
        site.fell_back = True
        below = self.members.overriders(method)
        for target in [method, *below] if len(below) <= MAX_OVERRIDES else [method]:
            self.bind(site, target)

    def _follow_call(self, number: int) -> None:
        site = self.sites[number]
        if site.certain and site.method is not None:
            self.bind(site, site.method)
        if site.receiver != NONE:
            self.flow.when(site.receiver, self.called_on, number)

    def _follow_construction(self, number: int) -> None:
        site = self.sites[number]
        if site.made is not None:
            value = self.new_object(site.made, site.result)
            if site.method is not None:
                self.reach(site, site.method, value)

    def called_on(self, value: int, number: int) -> None:
        """A method is called on a value."""
        site = self.sites[number]
        method = site.method
        kind, first = self.flow.kinds[value], self.flow.first[value]
        if method is None or kind == CONTAINER:
            self.use(site, value)
        elif kind == INSTANCE:
            class_ = self.classes[first]
            target = method if site.certain else self.members.chosen(class_, method)
            if target is not None and not target.owner.library:
                if self.members.extends(class_, target.owner):
                    self.reach(site, target, value)
            elif target is not None:
                self.use(site, value)
            else:
                self.hand_on(site, value)
        elif not self._is_run_by(method, kind, first):
            self.hand_on(site, value)
        elif not method.abstract:
            if not method.owner.library:
                self.reach(site, method, value)
        elif kind == LAMBDA:
            self.bind(site, self.functions[first])
        else:
            self.run_reference(site, self.references[first], site.arguments)

    def _is_run_by(self, method: Function, kind: int, first: int) -> bool:
        """Whether calling a method of an interface means a lambda or method reference."""
        target = self.functions[first].target if kind == LAMBDA else self.references[first].target
        if target is not None and target.head.known and target.head.interface:
            return self.members.extends(target.head, method.owner)
        return self.members.functional(method.owner) is not None

    def reach(self, site: Site, target: Function, value: int) -> None:
        """A function of the repository runs on an object."""
        self.bind(site, target)
        if value == NONE:
            return
        self.run_on(target, value)
        for position, field_ in target.setters:
            if position < len(site.arguments):
                self.copy(site.arguments[position], self.flow.field(value, self.field_number(field_)))
        for field_ in target.getters:
            self.copy(self.flow.field(value, self.field_number(field_)), site.result)

    def bind(self, site: Site, target: Function) -> None:
        """Arguments to parameters, and what is returned to the call."""
        if target in site.targets:
            return
        site.targets[target] = None
        count = len(target.parameter_rows)
        arguments = site.arguments
        if target.variadic and not site.spread:
            rest = arguments[count - 1 :]
            if any(variable != NONE for variable in rest):
                self.new_array(self.parameter(target, count - 1), rest)
            arguments = arguments[: count - 1]
        for number, variable in enumerate(arguments[:count]):
            if variable != NONE:
                self.flow.copy(variable, self.parameter(target, number))
        if site.result != NONE and target.kind != "constructor":
            self.flow.copy(self.returned(target), site.result)

    def run_reference(self, site: Site, reference: MethodReference, arguments: list[int], result: int = NONE) -> None:
        """The method behind a reference runs; what it is called on may be its first argument."""
        function, key = reference.function, (id(site), reference.number, len(arguments))
        if key in self._bound:
            return
        receiver = reference.receiver
        if reference.mode == "unbound" and arguments:
            receiver, arguments = arguments[0], arguments[1:]
        result = site.result if result == NONE else result
        inner = Site(site.source, site.unit, site.start, site.end, site.order, function, receiver, arguments, result)
        inner.targets, inner.noted = site.targets, True
        self._bound[key] = inner
        if reference.mode == "new" and reference.made is not None:
            made = self.variable() if result == NONE else result
            value = self.new_object(reference.made, made)
            if function is not None:
                self.reach(inner, function, value)
        elif function is None or function.owner.library:
            if function is not None:
                inner.stored, inner.pool = self.variable(), self.variable()
                self._follow(inner)
        elif reference.mode == "static":
            self.bind(inner, function)
        else:
            self._follow(inner)

    def _follow(self, inner: Site) -> None:
        if inner.receiver != NONE:
            self.add(inner)
            self.flow.when(inner.receiver, self.called_on, inner.number)
