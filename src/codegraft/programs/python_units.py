"""Units of Python programs, from scopes alone: no values are followed, every reference is one that the text shows."""

from collections.abc import Sequence

import numpy as np

from codegraft.parsing.nodes import Nodes
from codegraft.programs.units import (
    CALLS,
    CLASS,
    CONTAINS,
    DEFINES,
    FUNCTION,
    IMPORT,
    IMPORTS,
    INHERITS,
    MODULE,
    NONE,
    USES,
    VARIABLE,
    Ints,
    Mask,
    Tree,
    Units,
    edge_rows,
)
from codegraft.symbols.python.imports import imported_names
from codegraft.symbols.python.kinds import KINDS, among
from codegraft.symbols.python.scopes import Scopes
from codegraft.symbols.python.tree import Forest


def python_units(nodes: Sequence[Nodes], offsets: Ints) -> tuple[Tree, Units]:
    """Syntax and units of Python texts that begin at ``offsets`` of all texts joined."""
    return _PythonUnits(Forest(nodes), offsets).found()


class _PythonUnits:
    """The steps from scopes to units; rows of units are ``row`` of the node that makes each.

    Attributes:
        head: [m] the module, class or function in which each node is evaluated; -1 for modules.
        head_of: [m + 1] likewise for each scope, which may be one itself.
    """

    def __init__(self, forest: Forest, offsets: Ints) -> None:
        self.forest = forest
        self.imports = imported_names(forest)
        self.scopes = Scopes(forest, self.imports)
        shift = offsets[forest.file]
        self.tree = Tree(forest.kind, forest.start + shift, forest.end + shift, forest.parent.astype(np.int64))
        self.head_of = self.scopes.past("lambda", "comprehension")
        self.head: Ints = self.head_of[self.scopes.scope].astype(np.int64)
        self.size = len(forest.names) + 1

    def found(self) -> tuple[Tree, Units]:
        """The tree and its units."""
        variable_node = self._first_names()
        member, made, own = self._attributes()
        self._place_rows(variable_node, made)
        of_variable = self._of_variable(variable_node)
        of_member = np.where(own >= 0, of_variable[own], self.row_of[made])
        used = of_variable[self.scopes.variable]
        known = member >= 0
        used[known] = of_member[member[known]]
        return self.tree, self._units(used)

    def _first_names(self) -> Ints:
        """[v] the name node that first binds each variable; -1 where a class, function or import does."""
        first = np.full(len(self.scopes.home), len(self.forest), dtype=np.int64)
        np.minimum.at(first, self.scopes.variable_of, self.scopes.binders)
        first[self.scopes.variable_of[self.scopes.defines()]] = NONE
        return first

    def _attributes(self) -> tuple[Ints, Ints, Ints]:
        """Attributes of ``self``: [m] number of the member, or -1; by member the node that makes it, and the variable
        of the class body that it is; -1 for none."""
        forest, scopes = self.forest, self.scopes
        member = np.full(len(forest), NONE, dtype=np.int64)
        class_of = self._receivers()
        nodes = (among(forest.kind, "attribute") & (forest.last >= 0)).nonzero()[0]
        nodes = nodes[class_of[scopes.variable[nodes + 1]] >= 0]
        if not len(nodes):
            return member, nodes, nodes
        inside = class_of[scopes.variable[nodes + 1]]
        keys, place = np.unique(inside * self.size + forest.name[forest.last[nodes]], return_inverse=True)
        member[nodes] = place
        bodies = scopes.home * self.size + scopes.spelling
        own = np.minimum(bodies.searchsorted(keys), len(bodies) - 1)
        own = np.where(bodies[own] == keys, own, NONE) if len(bodies) else np.full(len(keys), NONE)
        made = np.full(len(keys), len(forest), dtype=np.int64)
        written = scopes.target[nodes]
        np.minimum.at(made, place[written], nodes[written])
        made[(own >= 0) | (made == len(forest))] = NONE
        return member, made, own

    def _receivers(self) -> Ints:
        """[v + 1] the class whose method has a variable as its first parameter, or -1; the last is for no variable."""
        forest, scopes = self.forest, self.scopes
        found = np.full(len(scopes.home) + 1, NONE, dtype=np.int64)
        names = scopes.parameters[among(forest.kind[scopes.scope[scopes.scope[scopes.parameters]]], "class")]
        if not len(names):
            return found
        functions, first = np.unique(scopes.scope[names], return_index=True)
        outer = self.scopes.scope[functions].astype(np.int64)
        static = forest.codes.get(b"staticmethod", NONE - 1)
        marked = ((forest.name == static) & among(forest.parent_kind, "decorator")).nonzero()[0]
        plain = ~np.isin(forest.parent[functions], forest.parent[forest.parent[marked]])
        methods = among(forest.kind[functions], "function") & among(forest.kind[outer], "class") & (outer >= 0) & plain
        found[scopes.variable[names[first[methods]]]] = outer[methods]
        found[-1] = NONE
        return found

    def _place_rows(self, variable_node: Ints, made: Ints) -> None:
        """Number the units: heads, variables, attributes and imports in document order."""
        forest = self.forest
        heads = among(forest.kind, "module", "class", "function").nonzero()[0]
        whole = np.where(among(forest.parent_kind[heads], "decorated"), forest.parent[heads], heads)
        names = np.concatenate([variable_node[variable_node >= 0], made[made >= 0]])
        brought = np.array([fact.node for fact in self.imports], dtype=np.int64)
        node = np.concatenate([heads, names, brought])
        span = np.concatenate([whole, names, brought])
        table = np.zeros(256, dtype=np.uint8)
        table[[KINDS["class"], KINDS["function"]]] = CLASS, FUNCTION
        kind = np.concatenate(
            [table[forest.kind[heads]], np.full(len(names), VARIABLE), np.full(len(brought), IMPORT)]
        ).astype(np.uint8)
        start, end = self.tree.start[span], self.tree.end[span]
        order = np.lexsort((np.arange(len(node)), kind, -end, start, forest.file[node]))
        self.node, self.span, self.kind = node[order], span[order], kind[order]
        self.start, self.end = start[order], end[order]
        place = np.empty(len(order), dtype=np.int64)
        place[order] = np.arange(len(order))
        self.import_row = place[len(heads) + len(names) :]
        self.row_of = np.full(len(forest) + 1, NONE, dtype=np.int64)
        self.row_of[node[: len(heads) + len(names)]] = place[: len(heads) + len(names)]

    def _of_variable(self, variable_node: Ints) -> Ints:
        """[v + 1] the unit that each variable stands for: what it is bound to last, if that is a definition."""
        scopes, forest = self.scopes, self.forest
        found = np.append(np.where(variable_node >= 0, self.row_of[variable_node], NONE), NONE)
        binders = scopes.binders
        heads = among(forest.parent_kind[binders], "class", "function") & ~scopes.target[binders]
        heads &= ~among(forest.kind[binders], "import") & (forest.place[binders] == 0)
        made = forest.parent[binders[heads]]
        bound = np.array([fact.bound for fact in self.imports], dtype=np.int64)
        brought = self.import_row[bound != NONE]
        found[scopes.variable_of[len(binders) - len(brought) :]] = brought
        found[scopes.variable_of[heads]] = self.row_of[made]
        return found

    def _units(self, used: Ints) -> Units:
        """All columns, given the unit that each node refers to, or -1."""
        forest = self.forest
        told = ((used >= 0) & ~among(forest.parent_kind, "import", "global", "nonlocal")).nonzero()[0]
        used, binds = used[told], self._binding()[told]
        held = self.kind[used] == VARIABLE
        name, bound = self._names()
        owner = self._owners()
        return Units(
            first=forest.file[self.node].searchsorted(np.arange(len(forest.first))),
            kind=self.kind,
            start=self.start,
            end=self.end,
            owner=owner,
            name=name,
            bound=bound,
            edges=self._edges(owner, told, used, binds),
            used=used[held],
            node=told[held],
            written=binds[held],
        )

    def _binding(self) -> Mask:
        """[m] nodes that bind a name or set an attribute."""
        found = among(self.forest.kind, "attribute") & self.scopes.target
        found[self.scopes.binders] = True
        return found

    def _edges(self, owner: Ints, node: Ints, used: Ints, binds: Mask) -> Ints:
        """Edges, given the owner of each unit, and of nodes the unit that each refers to and whether it binds it."""
        forest, kind = self.forest, self.kind
        around, source = forest.parent_kind[node], self.row_of[self.head[node]]
        held = kind[used] == VARIABLE
        reads = ~binds | among(around, "augmented")
        meant = reads & ~held
        calls = meant & self._called(node, kind[used] == IMPORT)
        bases = meant & among(around, "class") & (forest.place[node] > 0)
        outside = binds & held & (source != owner[used])
        uses = (reads & ~calls & ~bases) | outside
        inner = ((kind == CLASS) | (kind == FUNCTION)).nonzero()[0]
        variables, brought = (kind == VARIABLE).nonzero()[0], (kind == IMPORT).nonzero()[0]
        return edge_rows(
            len(kind),
            (owner[inner], inner, CONTAINS),
            (source[calls], used[calls], CALLS),
            (source[uses], used[uses], USES),
            (owner[variables], variables, DEFINES),
            (self.row_of[forest.parent[node[bases]]], used[bases], INHERITS),
            (owner[brought], brought, IMPORTS),
        )

    def _owners(self) -> Ints:
        """[n] the unit that each unit belongs to: of a variable that of its scope, of an attribute its class."""
        forest, scopes = self.forest, self.scopes
        owner: Ints = self.row_of[self.head[self.node]]
        names = ((self.kind == VARIABLE) & among(forest.kind[self.node], "name")).nonzero()[0]
        owner[names] = self.row_of[self.head_of[scopes.home[scopes.variable[self.node[names]]]]]
        members = (self.kind == VARIABLE) & among(forest.kind[self.node], "attribute")
        owner[members] = owner[owner[members]]
        return owner

    def _called(self, node: Ints, imported: Mask) -> Mask:
        """Which nodes are what a call calls, or, if they stand for an import, the beginning of it."""
        forest, at = self.forest, node.copy()
        rows = imported.nonzero()[0]
        while len(rows := rows[among(forest.parent_kind[at[rows]], "attribute") & (forest.place[at[rows]] == 0)]):
            at[rows] = forest.parent[at[rows]]
        called: Mask = among(forest.parent_kind[at], "call") & (forest.place[at] == 0)
        return called

    def _names(self) -> tuple[list[bytes], list[bytes]]:
        """Names of all units, and the names by which imports are known."""
        forest, kind = self.forest, self.forest.kind
        spelled = np.where(kind[self.node] == KINDS["attribute"], forest.last[self.node], self.node)
        heads = (self.kind == CLASS) | (self.kind == FUNCTION)
        spelled[heads] = self.node[heads] + 1
        codes = np.where((self.kind == MODULE) | (self.kind == IMPORT), NONE, forest.name[spelled])
        words = [*forest.names, b""]
        name = [words[code] for code in codes.tolist()]
        bound = list(name)
        for fact, row in zip(self.imports, self.import_row.tolist(), strict=True):
            path = fact.module if fact.name is None else f"{fact.module}.{fact.name}"
            name[row] = path.encode()
            bound[row] = words[fact.bound]
        return name, bound
