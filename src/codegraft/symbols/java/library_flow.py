"""Values through the Java library, of which there is no code: it keeps, hands out and calls what it is given."""

from abc import ABC, abstractmethod
from collections.abc import Callable

from codegraft.symbols.java.declarations import NONE, Class, Function, Type
from codegraft.symbols.java.heap import CONTAINER, CONTENTS, INSTANCE, LAMBDA, REFERENCE, WAITING, Heap, MethodReference
from codegraft.symbols.java.members import Members
from codegraft.symbols.java.sites import Site


class LibraryFlow(Heap, ABC):
    """Calls of the library: what it is given it may call back, keep, and hand out again."""

    def __init__(self, members: Members) -> None:
        super().__init__(members)
        self.sites: list[Site] = []
        self.pending: list[tuple[Callable[[int], None], int]] = []
        self._streams: set[int] = set()

    @abstractmethod
    def called_on(self, value: int, number: int) -> None:
        """A method is called on a value."""

    @abstractmethod
    def run_reference(self, site: Site, reference: MethodReference, arguments: list[int], result: int = NONE) -> None:
        """The method behind a reference runs; what it is called on may be its first argument."""

    def add(self, site: Site) -> None:
        """Give a call its number."""
        site.number = len(self.sites)
        self.sites.append(site)

    def call_library(self, site: Site, returns: Type | None) -> None:
        """A call of a method of the library, which may call back what it is given, keep it, and hand it out again."""
        self.add(site)
        site.returns = returns
        site.stored, site.pool = self.variable(), self.variable()
        if site.lazy:
            site.waiting = self.variable()
        self.pending.append((self._follow_library_call, site.number))

    def call_on(self, site: Site, variable: int, method: Function) -> None:
        """The library calls a method on the objects that it is given."""
        self.flow.when(variable, self._called_by_library, site.number, method)

    def call_on_contents(self, site: Site, variable: int, method: Function) -> None:
        """The library calls a method on what its collections hold."""
        if variable != NONE:
            self.flow.when(variable, self._contents_called, site.number, method)

    def call_on_key(self, site: Site, calls: Callable[[str], list[Function]]) -> None:
        """A collection calls methods on its first argument; its class decides which."""
        self.flow.when(site.receiver, self._key_called, site.number, calls)

    def _follow_library_call(self, number: int) -> None:
        site, returns = self.sites[number], self.sites[number].returns
        self.flow.copy(site.stored, site.pool)
        called = {position for position, _ in site.callbacks}
        deferred = returns is not None and self.members.functional(returns.head) is not None
        for position, variable in enumerate(site.arguments):
            if variable == NONE:
                continue
            if position in called and not deferred:
                self._offer(site, number, position, variable)
            else:
                self.flow.copy(variable, site.stored)
                self.flow.when(variable, self._flatten, site.stored)
        if site.receiver != NONE:
            self.flow.when(site.receiver, self.called_on, number)
        self._hand_out(site, returns, deferred=deferred)

    def _offer(self, site: Site, number: int, position: int, variable: int) -> None:
        """The library is given a function: it calls it now, or when the stream that it describes is run."""
        if site.lazy:
            self.flow.copy(variable, site.waiting)
        else:
            self.flow.when(variable, self._called_back, number, position)

    def _hand_out(self, site: Site, returns: Type | None, *, deferred: bool) -> None:
        if site.result == NONE:
            return
        if deferred:
            self.copy(site.stored, site.result)
            self.copy(site.receiver, site.result)
        elif returns is not None and returns.head.kind == "array":
            self.new_array(site.result, [site.pool])
        elif returns is not None and returns.head.library and (returns.head.type_parameters or site.lazy):
            value = self.new_object(returns.head, site.result)
            self.flow.copy(site.pool, self.flow.field(value, CONTENTS))
            if site.lazy:
                self._streams.add(value)
                self.copy(site.waiting, self.flow.field(value, WAITING))
        elif returns is None or not returns.head.library or returns.head.kind == "type variable" or _anything(returns):
            self.flow.copy(site.pool, site.result)

    def _flatten(self, value: int, target: int) -> None:
        if self.flow.kinds[value] == CONTAINER:
            self.flow.copy(self.flow.field(value, CONTENTS), target)

    def hand_on(self, site: Site, value: int) -> None:
        """A value stands where the library's object around it should: an entry of a map, say. It is handed out."""
        if site.pool != NONE:
            self.flow.add(site.pool, value)

    def use(self, site: Site, value: int) -> None:
        """What a library's object is given it keeps; what it hands out it was given."""
        if site.stored != NONE and self.flow.kinds[value] in (CONTAINER, INSTANCE):
            contents = self.flow.field(value, CONTENTS)
            self.flow.copy(site.stored, contents)
            self.flow.copy(contents, site.pool)
            if value in self._streams:
                self._run_stream(site, self.flow.field(value, WAITING))

    def _run_stream(self, site: Site, waiting: int) -> None:
        """A stream is used: described further, or run with all its functions."""
        if site.lazy:
            self.flow.copy(waiting, site.waiting)
        else:
            self.flow.when(waiting, self._called_back, site.number, NONE)

    def _called_back(self, value: int, number: int, position: int) -> None:
        """The library calls a function that it was given, with what it has."""
        site = self.sites[number]
        kind, first = self.flow.kinds[value], self.flow.first[value]
        if kind == LAMBDA:
            function = self.functions[first]
            self._call_back(site, function, NONE)
        elif kind == REFERENCE:
            reference = self.references[first]
            self.run_reference(site, reference, [site.pool] * 4, site.stored)
        elif kind == INSTANCE:
            expected = dict(site.callbacks).get(position) or self._functional(self.classes[first])
            target = self.members.chosen(self.classes[first], expected) if expected is not None else None
            if target is not None and not target.owner.library:
                self._call_back(site, target, value)

    def _called_by_library(self, value: int, number: int, method: Function) -> None:
        if self.flow.kinds[value] == INSTANCE:
            target = self.members.chosen(self.classes[self.flow.first[value]], method)
            if target is not None and not target.owner.library:
                self._call_back(self.sites[number], target, value)

    def _contents_called(self, value: int, number: int, method: Function) -> None:
        if self.flow.kinds[value] == CONTAINER:
            self.flow.when(self.flow.field(value, CONTENTS), self._called_by_library, number, method)

    def _key_called(self, value: int, number: int, calls: Callable[[str], list[Function]]) -> None:
        if self.flow.kinds[value] == CONTAINER:
            for method in calls(self.classes[self.flow.first[value]].binary):
                self.flow.when(self.sites[number].arguments[0], self._called_by_library, number, method)

    def _functional(self, class_: Class) -> Function | None:
        """The method of the library's functional interface that a class implements."""
        found = [self.members.functional(above) for above in self.members.ancestors(class_) if above.library]
        return next((method for method in found if method is not None), None)

    def _call_back(self, site: Site, target: Function, value: int) -> None:
        site.targets[target] = None
        if value != NONE:
            self.run_on(target, value)
        for number in range(len(target.parameter_rows)):
            self.flow.copy(site.pool, self.parameter(target, number))
        self.flow.copy(self.returned(target), site.stored)


def _anything(type_: Type) -> bool:
    return type_.head.binary == "java.lang.Object" or not type_.head.known
