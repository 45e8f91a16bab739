"""Small projects, and what was resolved in them as text that a test can spell out."""

from textwrap import dedent

from codegraft.parsing.languages import language_of
from codegraft.parsing.syntax import read_syntax
from codegraft.parsing.vocabulary import KINDS
from codegraft.symbols.facts import read_facts
from codegraft.symbols.resolution import resolve


class Project:
    """Files by ``path``, or by ``repository:path`` where there are several repositories."""

    def __init__(self, files):
        self.labels = []
        facts = []
        for name, source in files.items():
            repository, _, path = name.rpartition(":")
            text = dedent(source).lstrip("\n").encode()
            syntax = read_syntax(language_of(path), text)
            facts.append(read_facts(syntax, repository, path))
            self.labels += [_label(name, syntax, facts[-1], node) for node in range(len(syntax.start))]
        self.facts = facts
        self.resolution = resolve(facts)

    @property
    def references(self):
        """``file:line name -> file:line Kind name`` for every name that refers to a declaration."""
        return self._arrows(self.resolution.target)

    @property
    def calls(self):
        """``file:line -> file:line Kind name`` for every call of which the definition is known."""
        return {f"{source.split(' ')[0]} -> {target}" for source, target in self._pairs(self.resolution.callee)}

    @property
    def imports(self):
        return {
            f"{self.labels[source].split(':')[0]} -> {self.labels[target].split(':')[0]}"
            for source, target in self.resolution.imports.tolist()
        }

    def _arrows(self, column):
        return {f"{source.replace(' Identifier', '')} -> {target}" for source, target in self._pairs(column)}

    def _pairs(self, column):
        return [(self.labels[row], self.labels[end]) for row, end in enumerate(column.tolist()) if end >= 0]


def _label(name, syntax, facts, node):
    line = syntax.text[: syntax.start[node]].count(b"\n") + 1
    code = facts.name[node]
    named = f" {facts.names[code]}" if code >= 0 else ""
    return f"{name.rpartition(':')[2]}:{line} {KINDS[facts.kind[node]]}{named}"
