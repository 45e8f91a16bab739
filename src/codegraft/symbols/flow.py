"""Which values may reach which variables: inclusion constraints, solved by a worklist (Andersen 1994).

A program is variables, values and rules. ``copy(a, b)`` says that b may hold whatever a holds; ``when(a, rule, ...)``
runs a rule for each value that a may hold, which may add values, copies and rules. Languages bring their own values
and rules. The result is the least solution, but for variables of more than ``MAX_VALUES``.
"""

from collections.abc import Callable
from typing import Any, Final

MAX_VALUES: Final = 10
"""A variable that may hold more values than this says nothing: it holds none."""

Rule = Callable[..., None]
"""Called with a value, then with what ``when`` was given."""


class Flow:
    """Variables, values and what is known to flow where. All of them are small integers.

    What is due waits for ``run``.
    """

    def __init__(self) -> None:
        self.points: list[tuple[int, ...]] = []
        self.kinds: list[int] = []
        self.first: list[int] = []
        self.second: list[int] = []
        self.overflown = 0
        self.closed: set[int] = set()
        self._alone: list[tuple[int, ...]] = []
        self._interned: dict[tuple[int, int, int], int] = {}
        self._copies: dict[int, dict[int, None]] = {}
        self._rules: dict[int, list[tuple[Any, ...]]] = {}
        self._fields: dict[tuple[int, int], int] = {}
        self._work: list[tuple[int, int]] = []
        self._due: list[tuple[Rule, int, tuple[Any, ...]]] = []

    def variables(self, number: int) -> int:
        """Make variables; returns the first."""
        start = len(self.points)
        self.points += [_EMPTY] * number
        return start

    def variable(self) -> int:
        """Make a variable."""
        self.points.append(_EMPTY)
        return len(self.points) - 1

    def value(self, kind: int, first: int, second: int = -1) -> int:
        """The value of a kind with these parts, which mean what the language says."""
        key = (kind, first, second)
        found = self._interned.get(key)
        if found is None:
            found = self._interned[key] = len(self.kinds)
            self._alone.append((found,))
            self.kinds.append(kind)
            self.first.append(first)
            self.second.append(second)
        return found

    def field(self, owner: int, name: int) -> int:
        """The variable that is a named part of a value."""
        key = (owner, name)
        found = self._fields.get(key)
        if found is None:
            found = self._fields[key] = self.variable()
        return found

    def add(self, variable: int, value: int) -> None:
        """The variable may hold the value."""
        held = self.points[variable]
        if value in held or held is _TOO_MANY:
            return
        if not held:
            self.points[variable] = self._alone[value]
        elif len(held) >= MAX_VALUES:
            self._overflow(variable)
            return
        else:
            self.points[variable] = (*held, value)
        if variable in self._copies or variable in self._rules:
            self._work.append((variable, value))

    def _overflow(self, variable: int) -> None:
        """The variable says nothing any more, and so does everything that it is copied to."""
        pending = [variable]
        while pending:
            at = pending.pop()
            if self.points[at] is not _TOO_MANY:
                self.points[at] = _TOO_MANY
                self.overflown += 1
                pending += self._copies.get(at, ())

    def close(self, variable: int) -> None:
        """Promise that the variable holds all that it ever will, so that nothing need be remembered for it."""
        self.closed.add(variable)

    def copy(self, source: int, target: int) -> None:
        """The target may hold whatever the source holds."""
        if source in self.closed:
            if self.points[source] is _TOO_MANY:
                self._overflow(target)
            for value in self.points[source]:
                self.add(target, value)
            return
        copies = self._copies.get(source)
        if copies is None:
            copies = self._copies[source] = {}
        if target in copies or source == target:
            return
        copies[target] = None
        if (held := self.points[source]) is not _EMPTY:
            if held is _TOO_MANY:
                self._overflow(target)
            for value in held:
                self.add(target, value)

    def when(self, variable: int, rule: Rule, *parts: Any) -> None:
        """Run ``rule(value, *parts)`` for each value that the variable holds or will hold."""
        if variable in self.closed:
            self._due += [(rule, value, parts) for value in self.points[variable]]
            return
        rules = self._rules.get(variable)
        if rules is None:
            rules = self._rules[variable] = []
        rules.append((rule, parts))
        if held := self.points[variable]:
            self._due += [(rule, value, parts) for value in held]

    def run(self) -> None:
        """Until nothing more flows. Rules are never run from within rules, so that no chain of calls is too deep."""
        work, due, copies, rules, points = self._work, self._due, self._copies, self._rules, self.points
        add = self.add
        while work or due:
            while due:
                rule, value, parts = due.pop()
                rule(value, *parts)
            if not work:
                break
            variable, value = work.pop()
            if points[variable] is _TOO_MANY:
                continue
            if variable in copies:
                for target in copies[variable]:
                    add(target, value)
            if variable in rules:
                due += [(rule, value, parts) for rule, parts in rules[variable]]

    def forget(self) -> None:
        """Keep what variables hold, and drop how it came there: that is most of the memory."""
        self._copies, self._rules = {}, {}


_EMPTY: Final[tuple[int, ...]] = ()


class _TooMany(tuple[int, ...]):
    """What variables hold that held too much: nothing, but it is told from holding nothing yet."""


_TOO_MANY: Final = _TooMany()
