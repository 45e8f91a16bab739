"""A completion in words and as JSON: names, places and triples instead of rows."""

from collections.abc import Iterator
from typing import Any

import pyarrow as pa

from codegraft.graphmer.linking.complete import Completion
from codegraft.graphmer.linking.graph import LinkGraph, Side
from codegraft.graphmer.linking.own import Own
from codegraft.graphmer.linking.printing import shown

_INDENT = " " * 13


class Report:
    """Tells completions about some code, whose ``links`` they were made of."""

    def __init__(self, own: Own, links: LinkGraph) -> None:
        self._own, self._links = own, links

    def lines(self, completion: Completion, most: int = 10) -> Iterator[str]:
        """For a terminal: ``most`` of what is known, and what is likely with the triples that support it."""
        question = completion.question
        known, relation = shown(self._links.ids[question.known]), self._links.relations[question.relation]
        yield f"{known} {relation} ..." if question.side is Side.TAIL else f"... {relation} {known}"
        if completion.known:
            yield "in the graph already:"
        for triple in completion.known[:most]:
            yield f"{_INDENT}{self._name(self._answering(completion, triple))}  {self._said(triple)}"
        if len(completion.known) > most:
            yield f"{_INDENT}and {len(completion.known) - most} more"
        if not completion.answers:
            yield "nothing else in this code may stand there"
            return
        yield f"not in the graph; if there is {'another' if completion.known else 'one'}, it is"
        for place, answer in enumerate(completion.answers, 1):
            where = self._place(self._own.graph.entities, answer.entity)
            yield f"{place:>4}  {answer.probability:6.1%} {self._name(answer.entity)}  {where or 'from outside'}"
            for row, why in answer.support:
                yield f"{_INDENT}   {self._triple(row)}  {self._said(row)}  ({why})"

    def as_json(self, completion: Completion) -> dict[str, Any]:
        """For programs: ids, places, and probabilities as they are."""
        question = completion.question
        given, asked = ("head", "tail") if question.side is Side.TAIL else ("tail", "head")
        answers = [
            self._entity(answer.entity)
            | {"known": False, "probability": answer.probability}
            | {"support": [self._statement(row) | {"why": str(why)} for row, why in answer.support]}
            for answer in completion.answers
        ]
        known = [
            self._entity(self._answering(completion, row)) | {"known": True, "support": [self._statement(row)]}
            for row in completion.known
        ]
        return {
            "asked": asked,
            "relation": self._links.relations[question.relation],
            given: self._entity(question.known),
            "known": known,
            "answers": answers,
        }

    def _answering(self, completion: Completion, triple: int) -> int:
        """The entity by which a triple answers the question."""
        _, asked = self._links.ends(completion.question.side)
        return int(asked[triple])

    def _name(self, entity: int) -> str:
        return shown(self._own.names.texts[entity])

    def _triple(self, row: int) -> str:
        links = self._links
        head, tail = self._name(int(links.head[row])), self._name(int(links.tail[row]))
        return f"{head} {links.relations[links.relation[row]]} {tail}"

    def _said(self, triple: int) -> str:
        return self._place(self._own.graph.triples, triple)

    def _place(self, table: pa.Table, row: int) -> str:
        """File and line, and in a graph of several repositories that of the file; nothing if there is no file."""
        where = _where(table, row)
        if not where["file"]:
            return ""
        several = len([name for name in self._links.repositories if name]) > 1
        repository = f"{table['repository'][row].as_py()}: " if several else ""
        return shown(f"{repository}{where['file']}:{where['line']}")

    def _entity(self, row: int) -> dict[str, Any]:
        return {
            "id": self._links.ids[row],
            "name": self._own.names.texts[row],
            "type": self._links.types[self._links.type[row]],
            **_where(self._own.graph.entities, row),
        }

    def _statement(self, row: int) -> dict[str, Any]:
        links = self._links
        return {
            "head": links.ids[links.head[row]],
            "relation": links.relations[links.relation[row]],
            "tail": links.ids[links.tail[row]],
            **_where(self._own.graph.triples, row),
        }


def _where(table: pa.Table, row: int) -> dict[str, Any]:
    """File and line of a row, None if it has none."""
    file = table["file"][row].as_py()
    return {"file": file or None, "line": table["line_start"][row].as_py() if file else None}
