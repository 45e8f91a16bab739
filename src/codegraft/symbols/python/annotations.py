"""What annotations promise: the values that a variable holds of which nothing else is known."""

from collections.abc import Iterator
from typing import Final

from codegraft.symbols.python.kinds import Kind
from codegraft.symbols.python.objects import ANY, CLASS, CONTAINER, EXTERNAL, INSTANCE, OBJECT
from codegraft.symbols.python.statements import Statements
from codegraft.symbols.python.tree import NONE

ALTERNATIVES: Final = frozenset({"Optional", "Union", "Annotated", "Final", "ClassVar", "Required", "NotRequired"})
"""Forms of ``typing`` that promise any of what they are given."""

COLLECTIONS: Final = frozenset(
    {
        *("list", "List", "set", "Set", "frozenset", "FrozenSet", "tuple", "Tuple", "deque", "Deque", "Sequence"),
        *("MutableSequence", "Iterable", "Iterator", "Collection", "Container", "AbstractSet", "MutableSet"),
        *("dict", "Dict", "Mapping", "MutableMapping", "defaultdict", "DefaultDict", "OrderedDict"),
    }
)
"""Generic collections, by the last part of their names; their elements are of the last of their arguments."""

_TYPING: Final = ("typing.", "typing_extensions.", "types.")


class Annotations(Statements):
    """Adds what annotations say."""

    def promised(self, type_: int) -> Iterator[int]:
        """Values that an expression in an annotation stands for."""
        program = self.program
        code = program.kind[type_]
        children = list(program.children(type_))
        if code in (Kind.NAME, Kind.ATTRIBUTE, Kind.STRING):
            for value in self.flow.points[self.slot[type_]]:
                yield from self._instance(value)
        elif code == Kind.SUBSCRIPT:
            yield from self._generic(children[0], children[1:], type_)
        elif code == Kind.TYPE and len(children) == 2 and program.kind[children[1]] == Kind.TYPE_PARAMETER:
            yield from self._generic(children[0], list(program.children(children[1])), type_)
        elif code in (Kind.TYPE, Kind.OPERATION, Kind.TUPLE):
            for child in children:
                yield from self.promised(child)

    def _instance(self, value: int) -> Iterator[int]:
        flow = self.flow
        if flow.kinds[value] == CLASS:
            yield flow.value(INSTANCE, flow.first[value])
        elif flow.kinds[value] == EXTERNAL and not self.objects.external_name(value).startswith(_TYPING):
            yield self.objects.external(self.objects.external_name(value), OBJECT)

    def _generic(self, head: int, arguments: list[int], place: int) -> Iterator[int]:
        """``head[arguments]``"""
        flow = self.flow
        for value in flow.points[self.slot[head]]:
            name = self.objects.external_name(value).rpartition(".")[2] if flow.kinds[value] == EXTERNAL else ""
            if name in ALTERNATIVES:
                for argument in arguments:
                    yield from self.promised(argument)
            elif name in COLLECTIONS:
                made = flow.value(CONTAINER, place)
                for element in self.promised(arguments[-1]) if arguments else ():
                    flow.add(self.objects.element(made, ANY), element)
                yield made
            elif name in ("Type", "type"):
                yield from (found for argument in arguments for found in flow.points[self.slot[argument + 1]])
            else:
                yield from self._instance(value)

    def trust_annotations(self) -> None:
        """Give parameters, results and variables of which nothing is known what their annotations promise."""
        program, flow, slot = self.program, self.flow, self.slot
        for node, function in program.functions.items():
            for variable, type_ in function.annotations:
                self._trust(variable, type_)
            result = next((child for child in program.children(node) if program.kind[child] == Kind.TYPE), NONE)
            if result != NONE and not function.generator and not function.passed:
                self._trust(function.returns, result)
        for node in self.nodes("type"):
            target = program.parent[node] + 1
            if program.kind_name(program.parent[node]) != "assignment":
                continue
            if program.kind[target] == Kind.NAME:
                self._trust(slot[target], node)
            elif program.kind[target] == Kind.ATTRIBUTE:
                promised = flow.variable()
                self._trust(promised, node)
                name = program.name[program.last[target]]
                flow.when(slot[target + 1], self.rules.store, name, promised, target)

    def _trust(self, variable: int, type_: int) -> None:
        if not self.flow.points[variable]:
            for value in list(dict.fromkeys(self.promised(type_))):
                self.flow.add(variable, value)
