"""A Python repository's code as a flow, built and solved."""

from codegraft.symbols.python.annotations import Annotations
from codegraft.symbols.python.objects import CLASS, INSTANCE
from codegraft.symbols.python.tree import NONE


class PythonFlow(Annotations):
    """The flow of a program. After ``solve``, ``rules.calls`` says what is called where."""

    def solve(self) -> None:
        """Names and bases of classes first, then everything else, then methods and parameters that nothing reached."""
        self._names()
        for version, variable in self.program.versions:
            self.flow.copy(version, variable)
        self._definitions()
        for fact in self.program.imports:
            self._import(fact)
        self._assignments()
        self._bases()
        self._close_names()
        self._subclasses()
        self._stores()
        self._displays()
        self._statements()
        self._decorators()
        self._expressions()
        self.flow.run()
        self._unreached()
        self.trust_annotations()
        self.flow.run()
        self.flow.forget()

    def _unreached(self) -> None:
        """Methods that nothing calls get an instance of their class, parameters what their annotations say."""
        program, flow = self.program, self.flow
        for function in program.functions.values():
            if function.owner != NONE and not function.static and function.positional:
                first = function.positional[0]
                if not flow.points[first]:
                    flow.add(first, flow.value(CLASS if function.of_class else INSTANCE, function.owner))
            for variable, default in function.defaults.items():
                if not flow.points[variable]:
                    flow.copy(default, variable)
        for class_, results in self._catchers.items():
            for result in results:
                if not flow.points[result]:
                    flow.add(result, flow.value(INSTANCE, class_))
        for node in self.nodes("decorator"):
            if program.last[node] >= 0 and not flow.points[node]:
                below = program.after[node]
                flow.copy(below, node)
