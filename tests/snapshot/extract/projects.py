"""Small projects, and what was resolved in them as text that a test can spell out."""

import hashlib
import uuid
from textwrap import dedent

from codegraft.parsing.languages import language_of
from codegraft.parsing.vocabulary import KINDS
from codegraft.snapshot.extract.normalise import SourceFile, normalise
from codegraft.snapshot.extract.resolution import resolve

SNAPSHOT = uuid.UUID(int=1)


class Project:
    """Files by ``path``, or by ``repository:path`` where there are several repositories."""

    def __init__(self, files):
        self.sources = [_source(name, dedent(text).lstrip("\n")) for name, text in files.items()]
        self.nodes = [normalise(source, SNAPSHOT) for source in self.sources]
        self.labels = [
            _label(source, nodes.facts, node)
            for source, nodes in zip(self.sources, self.nodes, strict=True)
            for node in range(len(nodes.facts.kind))
        ]
        self.resolution = resolve(self.sources, self.nodes)

    @property
    def references(self):
        """``file:line name -> file:line Kind name`` for every name that refers to a declaration."""
        return {
            f"{source.replace(' Identifier', '')} -> {target}" for source, target in self._pairs(self.resolution.target)
        }

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

    def _pairs(self, column):
        return [(self.labels[row], self.labels[end]) for row, end in enumerate(column.tolist()) if end >= 0]


def _source(name, text):
    repository, _, path = name.rpartition(":")
    return SourceFile(repository, path, language_of(path), hashlib.sha256(text.encode()).hexdigest(), text)


def _label(source, facts, node):
    line = source.text.encode()[: facts.start[node]].count(b"\n") + 1
    code = facts.name[node]
    named = f" {facts.names[code]}" if code >= 0 else ""
    return f"{source.path}:{line} {KINDS[facts.kind[node]]}{named}"
