"""Scopes of Python code: which names each binds, and which binding a name means.

A scope is known by the node that opens it: a module, function, class, lambda or comprehension.
"""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from codegraft.symbols.python.kinds import Mask, among
from codegraft.symbols.python.tree import NONE, Forest, Ints, Longs


class ImportedName(NamedTuple):
    """One name of an import statement: ``node`` is the statement, ``bound`` the number of the name that it binds.

    ``import module`` has no ``name``; with ``top`` what it binds is the first part of ``module`` alone. A star import
    has the name ``*`` and binds none (-1). ``place`` is the node of the bound name, or of the statement.
    """

    node: int
    module: str
    name: str | None
    bound: int
    top: bool
    place: int


class Scopes:
    """Bindings and uses of all names of a forest of Python files.

    Attributes:
        scope: [n] the scope that a node is evaluated in; -1 for modules.
        definition: [n] the innermost module, function, class or lambda in which a node is evaluated; -1 for modules.
        target: [n] whether the node is assigned to.
        binders: [b] nodes that bind a name; ``variable_of``: [b] the variable they bind.
        variable: [n] the variable that a name node reads or binds, or -1. Variables are numbered from 0.
        binds: [n] whether a name node binds.
        unbound: name nodes that no scope binds: builtins, what star imports bring, mistakes.
        home, spelling: [v] scope and name of each variable.
    """

    def __init__(self, forest: Forest, imports: list[ImportedName]) -> None:
        self.forest = forest
        self._inside: dict[int, dict[int, int]] = {}
        self.scope, self.target = self._levels()
        self.definition = self._definitions()
        binders, homes, spelled = self._bindings(imports)
        homes = self._redirected(homes, spelled)
        size = len(forest.names) + 1
        keys, self.variable_of = np.unique(homes * size + spelled, return_inverse=True)
        self.binders: Longs = binders
        self.home: Longs = keys // size
        self.spelling: Longs = keys % size
        self.variable = np.full(len(forest), NONE, dtype=np.int64)
        is_name = among(forest.kind, "name")[binders]
        self.variable[binders[is_name]] = self.variable_of[is_name]
        self.binds = self.variable >= 0
        self.unbound = self._look_up(keys, size)

    def find(self, scope: int, name: int) -> int:
        """The variable of a name in a scope itself, or -1."""
        return self.variables_in(scope).get(name, NONE)

    def variables_in(self, scope: int) -> dict[int, int]:
        """Variables of a scope by name."""
        if scope not in self._inside:
            low, high = np.searchsorted(self.home, [scope, scope + 1])
            self._inside[scope] = dict(zip(self.spelling[low:high].tolist(), range(low, high), strict=True))
        return self._inside[scope]

    def whole_target(self, nodes: Longs) -> Longs:
        """The whole target that each binding node is part of: ``a, b`` of ``a``."""
        forest, at = self.forest, nodes.astype(np.int64)
        while len(inner := (self.target[at] & self.target[forest.parent[at]]).nonzero()[0]):
            at[inner] = forest.parent[at[inner]]
        return at

    def holds_from(self, binders: Longs) -> Longs:
        """The byte from which each binding holds: after the statement that makes it."""
        forest, at = self.forest, self.whole_target(binders)
        makers = among(forest.parent_kind[at], "assignment", "function", "class", "import")
        at[makers] = forest.parent[at[makers]]
        chained = among(forest.kind, "assignment") & among(forest.parent_kind, "assignment")
        while len(inner := (chained[at]).nonzero()[0]):
            at[inner] = forest.parent[at[inner]]
        return forest.end[at].astype(np.int64)

    def runs_in(self, nodes: Longs) -> Longs:
        """The scope in which nodes are evaluated; comprehensions run where they stand."""
        found = self.scope[nodes].astype(np.int64)
        while len(inner := among(self.forest.kind[found], "comprehension").nonzero()[0]):
            found[inner] = self.scope[found[inner]]
        return found

    def defines(self) -> Mask:
        """[b] whether each binder is a function's or class's own name, or an import's."""
        forest, binders = self.forest, self.binders
        heads = among(forest.parent_kind[binders], "function", "class", "import") & ~self.target[binders]
        found: Mask = heads | among(forest.kind[binders], "import")
        return found

    def settled(self) -> Mask:
        """[v] variables that one definition or import binds, and nothing else."""
        times = np.bincount(self.variable_of, minlength=len(self.home))
        found = np.zeros(len(self.home), dtype=np.bool_)
        found[self.variable_of[self.defines()]] = True
        settled: Mask = found & (times == 1)
        return settled

    def _levels(self) -> tuple[Ints, Mask]:
        """From the roots down: the scope of each node, and whether it is assigned to."""
        forest = self.forest
        above = np.maximum(forest.parent, 0)
        opened = self._opened()[above]
        like = above.copy()  # the node in whose scope each is, where the node around it opens none
        outside = (among(forest.parent_kind, "default", "typed") & (forest.place > 0)).nonzero()[0]
        like[outside] = above[above[above[outside]]]
        second = forest.place == 1
        iterable = (among(forest.parent_kind, "for_in") & second & second[above]).nonzero()[0]
        like[iterable] = above[above[iterable]]
        opened[outside], opened[iterable] = NONE, NONE
        scope = np.full(len(forest), NONE, dtype=np.int32)
        for level in forest.levels[1:]:
            given = opened[level]
            scope[level] = np.where(given >= 0, given, scope[like[level]])
        return scope, self._targets(above)

    def _targets(self, above: Ints) -> Mask:
        """Whether each node is assigned to: where a target starts, and the parts of tuples that are one."""
        target = self._starts_target()
        holds = among(self.forest.kind, "tuple", "list", "splat")
        new = (holds[above] & target[above] & ~target).nonzero()[0]
        while len(new):
            target[new] = True
            new = (holds[above] & target[above] & ~target).nonzero()[0]
        return target

    def _opened(self) -> Ints:
        """The scope in which children of a node are evaluated, if that is not its own."""
        forest = self.forest
        numbers = np.arange(len(forest), dtype=np.int32)
        itself = among(forest.kind, "module", "lambda", "comprehension")
        inside = among(forest.kind, "block") & among(forest.parent_kind, "function", "class")
        inside |= among(forest.kind, "parameters")
        return np.where(itself, numbers, np.where(inside, forest.parent, NONE)).astype(np.int32)

    def _starts_target(self) -> Mask:
        """Nodes that are the left side of an assignment, loop, ``as`` or parameter."""
        forest = self.forest
        left = among(forest.parent_kind, "assignment", "augmented", "for", "for_in", "walrus") & (forest.place == 0)
        named: Mask = left | (among(forest.parent_kind, "as") & (forest.place == 1))
        return named

    def _definitions(self) -> Ints:
        found = self.scope.copy()
        kinds = self.forest.kind
        while len(inner := ((found >= 0) & among(kinds[found], "comprehension")).nonzero()[0]):
            found[inner] = self.scope[found[inner]]
        return found

    def parameter_names(self) -> Longs:
        """Name nodes that are parameters, in document order."""
        forest = self.forest
        above = np.maximum(forest.parent, 0)
        direct = among(forest.parent_kind, "parameters")
        wrapped = among(forest.parent_kind, "default", "typed", "splat", "splat2") & (forest.place == 0)
        wrapped &= among(forest.parent_kind[above], "parameters", "typed")
        twice = among(forest.parent_kind[above], "typed") & ~among(forest.kind[above], "splat", "splat2")
        return (among(forest.kind, "name") & (direct | (wrapped & ~twice))).nonzero()[0]

    def _bindings(self, imports: list[ImportedName]) -> tuple[Longs, Longs, Longs]:
        """Nodes that bind names, the scopes in which they do, and the names."""
        forest = self.forest
        is_name = among(forest.kind, "name")
        heads = is_name & among(forest.parent_kind, "function", "class") & (forest.place == 0)
        cases = is_name & among(forest.parent_kind, "case") & (forest.after < 0) & (forest.place == 0)
        above = forest.parent_kind[np.maximum(forest.parent, 0)]
        cases |= is_name & among(forest.parent_kind, "keyword") & among(above, "case") & (forest.place == 1)
        plain = ((is_name & self.target) | heads | cases).nonzero()[0]
        plain = np.concatenate([plain, self.parameter_names()])
        homes = self.scope[plain].astype(np.int64)
        walrus = among(forest.parent_kind[plain], "walrus")
        homes[walrus] = self._out_of_comprehensions(homes[walrus])
        brought = [(fact.place, self.scope[fact.node], fact.bound) for fact in imports if fact.bound != NONE]
        extra = np.array(brought, dtype=np.int64).reshape(-1, 3)
        return (
            np.concatenate([plain, extra[:, 0]]),
            np.concatenate([homes, extra[:, 1]]),
            np.concatenate([forest.name[plain].astype(np.int64), extra[:, 2]]),
        )

    def _out_of_comprehensions(self, homes: Longs) -> Longs:
        found = homes.copy()
        while len(inner := among(self.forest.kind[found], "comprehension").nonzero()[0]):
            found[inner] = self.scope[found[inner]]
        return found

    def _redirected(self, homes: Longs, spelled: Longs) -> Longs:
        """Scopes of bindings, with ``global`` and ``nonlocal`` statements followed."""
        self._redirects: dict[tuple[int, int], int] = {}
        bound = set(zip(homes.tolist(), spelled.tolist(), strict=True))
        for scope, name, outermost in self._redirecting():
            at = scope
            while (at := int(self.scope[at])) >= 0 and self.scope[at] >= 0:
                if not outermost and (at, name) in bound and not among(self.forest.kind[[at]], "class")[0]:
                    break
            self._redirects[scope, name] = max(at, int(self.forest.first[self.forest.file[scope]]))
        moved = homes.copy()
        if self._redirects:
            for row in np.isin(homes, [scope for scope, _ in self._redirects]).nonzero()[0].tolist():
                moved[row] = self._redirects.get((int(homes[row]), int(spelled[row])), homes[row])
        return moved

    def _redirecting(self) -> Iterator[tuple[int, int, bool]]:
        """Scope and name of each name in a ``global`` or ``nonlocal`` statement, and whether it is the former."""
        forest = self.forest
        for node in among(forest.parent_kind, "global", "nonlocal").nonzero()[0].tolist():
            yield int(self.scope[node]), int(forest.name[node]), bool(among(forest.parent_kind[[node]], "global")[0])

    def _look_up(self, keys: Longs, size: int) -> Longs:
        """Give each name that is read its variable, from the inside out; return those without."""
        forest = self.forest
        pending = self._reads().nonzero()[0]
        at = self.scope[pending].astype(np.int64)
        up = self._outer()
        lost = [np.empty(0, dtype=np.int64)]
        sent = np.array(sorted((scope * size + name, home) for (scope, name), home in self._redirects.items()))
        begins, since = self._first_bindings(len(keys))
        while len(pending) and len(keys):
            wanted = at * size + forest.name[pending]
            if len(sent):
                row = np.minimum(np.searchsorted(sent[:, 0], wanted), len(sent) - 1)
                away = sent[row, 0] == wanted
                at[away] = sent[row[away], 1]
                wanted = at * size + forest.name[pending]
            found = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
            hit = keys[found] == wanted
            start = forest.start[pending]
            early = hit & (begins[found] < start) & (start < since[found]) & (self.scope[pending] == at)
            hit &= ~early
            roots = forest.first[forest.file[pending]]
            up_from = np.where(early & (roots != at), roots, up[at])
            self.variable[pending[hit]] = found[hit]
            pending, at = pending[~hit], up_from[~hit]
            lost.append(pending[at < 0])
            pending, at = pending[at >= 0], at[at >= 0]
        return np.sort(np.concatenate([*lost, pending]))

    def _first_bindings(self, number: int) -> tuple[Longs, Longs]:
        """[v] of names of modules and classes where the statement of their first binding begins and ends.

        A use inside of it, as in ``open = open``, means another name further out. Other names: nothing.
        """
        outer = among(self.forest.kind[self.home[self.variable_of]], "module", "class").nonzero()[0]
        order = outer[np.lexsort((self.forest.start[self.binders[outer]], self.variable_of[outer]))]
        variables, first = np.unique(self.variable_of[order], return_index=True)
        binders = self.binders[order[first]]
        plain = among(self.forest.parent_kind[binders], "assignment")
        never = np.iinfo(np.int64).max
        begins, since = np.full(number, never), np.full(number, never)
        begins[variables[plain]] = self.forest.start[binders[plain]]
        since[variables[plain]] = self.holds_from(binders[plain])
        return begins, since

    def _reads(self) -> Mask:
        """Name nodes that stand for a value."""
        forest = self.forest
        reads = among(forest.kind, "name") & (self.variable < 0)
        reads &= ~(among(forest.parent_kind, "attribute") & (forest.place > 0))
        reads &= ~(among(forest.parent_kind, "keyword") & (forest.place == 0))
        return reads & ~among(forest.parent_kind, "import", "global", "nonlocal", "type_parameter")

    def _outer(self) -> Longs:
        """For each scope the next one in which its names are looked for: not a class's."""
        found = self.scope.astype(np.int64)
        kinds = self.forest.kind
        while len(inner := ((found >= 0) & among(kinds[found], "class")).nonzero()[0]):
            found[inner] = self.scope[found[inner]]
        return found
