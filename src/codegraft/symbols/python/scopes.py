"""Scopes of Python code: which names each binds, and which binding a name means.

A scope is known by the node that opens it: a module, function, class, lambda or comprehension.
"""

from collections.abc import Iterator
from functools import cached_property
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
        definition_of: [n + 1] likewise for each scope, which may be one itself.
        target: [n] whether the node is assigned to.
        binders: [b] nodes that bind a name; ``variable_of``: [b] the variable they bind.
        variable: [n] the variable that a name node reads or binds, or -1. Variables are numbered from 0.
        names: all name nodes; ``binds``: [n] whether one binds.
        unbound: name nodes that no scope binds: builtins, what star imports bring, mistakes.
        home, spelling: [v] scope and name of each variable.
    """

    def __init__(self, forest: Forest, imports: list[ImportedName]) -> None:
        self.forest = forest
        self._inside: dict[int, dict[int, int]] = {}
        self.scope, self.target = self._scopes(), self._targets()
        self.definition_of = self.past("comprehension")
        self.definition: Ints = self.definition_of[self.scope]
        self.names: Longs = among(forest.kind, "name").nonzero()[0]
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

    def past(self, *kinds: str) -> Ints:
        """[n + 1] for each scope the innermost that is of none of some kinds, be it itself, and -1 for none."""
        found = np.arange(len(self.forest) + 1, dtype=np.int32)
        found[-1] = NONE
        for node in among(self.forest.kind, *kinds).nonzero()[0].tolist():
            found[node] = found[self.scope[node]]
        return found

    def runs_in(self, nodes: Longs) -> Longs:
        """The scope in which nodes are evaluated; comprehensions run where they stand."""
        found: Longs = self.definition_of[self.scope[nodes]].astype(np.int64)
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

    def _scopes(self) -> Ints:
        """The scope of each node: what the nearest node around it opens, counted from where its kind sends it."""
        forest, above = self.forest, self.forest.above
        opened = self._opened()[above]
        like = above.copy()  # the node in whose scope each is, where the node around it opens none
        outside = (among(forest.parent_kind, "default", "typed") & (forest.place > 0)).nonzero()[0]
        like[outside] = above[above[above[outside]]]
        second = forest.place == 1
        iterable = (among(forest.parent_kind, "for_in") & second & second[above]).nonzero()[0]
        like[iterable] = above[above[iterable]]
        opened[outside], opened[iterable], opened[forest.first[:-1]] = NONE, NONE, NONE
        settled = opened >= 0
        settled[forest.first[:-1]] = True
        at = np.where(settled, np.arange(len(forest), dtype=np.int32), like)
        while not settled.take(at).all():
            at = at.take(at)
        return opened.take(at)

    def _targets(self) -> Mask:
        """Whether each node is assigned to: where a target starts, and the parts of tuples that are one."""
        target, above = self._starts_target(), self.forest.above
        parts = among(self.forest.parent_kind, "tuple", "list", "splat").nonzero()[0]
        while len(new := parts[target[above[parts]] & ~target[parts]]):
            target[new] = True
        return target

    def _opened(self) -> Ints:
        """The scope in which children of a node are evaluated, if that is not its own."""
        forest = self.forest
        found = np.full(len(forest), NONE, dtype=np.int32)
        itself = among(forest.kind, "module", "lambda", "comprehension").nonzero()[0]
        inside = among(forest.kind, "block") & among(forest.parent_kind, "function", "class")
        inside |= among(forest.kind, "parameters") & among(forest.parent_kind, "function", "lambda")
        found[itself], found[inside] = itself, forest.parent[inside]
        return found

    def _starts_target(self) -> Mask:
        """Nodes that are the left side of an assignment, loop, ``as`` or parameter."""
        forest = self.forest
        left = among(forest.parent_kind, "assignment", "augmented", "for", "for_in", "walrus") & (forest.place == 0)
        named: Mask = left | (among(forest.parent_kind, "as") & (forest.place == 1))
        return named

    @cached_property
    def parameters(self) -> Longs:
        """Name nodes that are parameters, in document order."""
        forest = self.forest
        kind, place = forest.parent_kind[self.names], forest.place[self.names]
        above = forest.above[self.names]
        outer, around = forest.parent_kind[above], forest.kind[above]
        wrapped = among(kind, "default", "typed", "splat", "splat2") & (place == 0)
        wrapped &= among(outer, "parameters", "typed")
        twice = among(outer, "typed") & ~among(around, "splat", "splat2")
        found: Longs = self.names[among(kind, "parameters") | (wrapped & ~twice)]
        return found

    def _bindings(self, imports: list[ImportedName]) -> tuple[Longs, Longs, Longs]:
        """Nodes that bind names, the scopes in which they do, and the names."""
        forest, names = self.forest, self.names
        kind, place, target = forest.parent_kind[names], forest.place[names], self.target[names]
        target |= among(kind, "function", "class") & (place == 0)
        target |= among(kind, "case") & (place == 0) & (forest.after[names] < 0)
        in_case = among(forest.parent_kind[forest.above[names]], "case")
        target |= among(kind, "keyword") & (place == 1) & in_case
        plain = np.concatenate((names[target], self.parameters))
        homes = self.scope[plain].astype(np.int64)
        walrus = among(forest.parent_kind[plain], "walrus")
        homes[walrus] = self.definition_of[homes[walrus]]
        brought = [(fact.place, self.scope[fact.node], fact.bound) for fact in imports if fact.bound != NONE]
        extra = np.array(brought, dtype=np.int64).reshape(-1, 3)
        return (
            np.concatenate((plain, extra[:, 0])),
            np.concatenate((homes, extra[:, 1])),
            np.concatenate((forest.name[plain].astype(np.int64), extra[:, 2])),
        )

    def _redirected(self, homes: Longs, spelled: Longs) -> Longs:
        """Scopes of bindings, with ``global`` and ``nonlocal`` statements followed."""
        self._redirects: dict[tuple[int, int], int] = {}
        redirecting = list(self._redirecting())
        if not redirecting:
            return homes
        bound = set(zip(homes.tolist(), spelled.tolist(), strict=True))
        for scope, name, outermost in redirecting:
            at = scope
            while (at := int(self.scope[at])) >= 0 and self.scope[at] >= 0:
                if not outermost and (at, name) in bound and not among(self.forest.kind[[at]], "class")[0]:
                    break
            self._redirects[scope, name] = max(at, int(self.forest.first[self.forest.file[scope]]))
        moved = homes.copy()
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
        pending = self._reads()
        at = self.scope[pending].astype(np.int64)
        up = self.past("class")[self.scope].astype(np.int64)  # where names of each scope are looked for next
        lost = [pending[:0]]
        sent = np.array(sorted((scope * size + name, home) for (scope, name), home in self._redirects.items()))
        begins, since = self._first_bindings(len(keys))
        while len(pending) and len(keys):
            wanted = at * size + forest.name[pending]
            if len(sent):
                row = np.minimum(sent[:, 0].searchsorted(wanted), len(sent) - 1)
                away = sent[row, 0] == wanted
                at[away] = sent[row[away], 1]
                wanted = at * size + forest.name[pending]
            found = np.minimum(keys.searchsorted(wanted), len(keys) - 1)
            hit = keys[found] == wanted
            start = forest.start[pending]
            early = hit & (begins[found] < start) & (start < since[found]) & (self.scope[pending] == at)
            up_from = up[at]
            if early.any():
                roots = forest.first[forest.file[pending]]
                hit &= ~early
                up_from = np.where(early & (roots != at), roots, up_from)
            self.variable[pending[hit]] = found[hit]
            missed = ~hit
            pending, at = pending[missed], up_from[missed]
            outside = at < 0
            lost.append(pending[outside])
            inside = ~outside
            pending, at = pending[inside], at[inside]
        return np.sort(np.concatenate((*lost, pending)))

    def _first_bindings(self, number: int) -> tuple[Longs, Longs]:
        """[v] of names of modules and classes where the statement of their first binding begins and ends.

        A use inside of it, as in ``open = open``, means another name further out. Other names: nothing.
        """
        forest = self.forest
        never = np.iinfo(np.int64).max
        begins, since = np.full((2, number), never)
        homes = forest.kind[self.home[self.variable_of]]
        outer = among(homes, "module", "class").nonzero()[0]
        if among(forest.parent_kind[self.binders[outer]], "assignment").any():
            order = outer[np.lexsort((forest.start[self.binders[outer]], self.variable_of[outer]))]
            variables, first = np.unique(self.variable_of[order], return_index=True)
            binders = self.binders[order[first]]
            plain = among(forest.parent_kind[binders], "assignment")
            begins[variables[plain]] = forest.start[binders[plain]]
            since[variables[plain]] = self.holds_from(binders[plain])
        return begins, since

    def _reads(self) -> Longs:
        """Name nodes that stand for a value."""
        forest = self.forest
        names = self.names[self.variable[self.names] < 0]
        kind, place = forest.parent_kind[names], forest.place[names]
        idle = among(kind, "attribute") & (place > 0)
        idle |= among(kind, "keyword") & (place == 0)
        idle |= among(kind, "import", "global", "nonlocal", "type_parameter")
        return names[~idle]
