"""Completion for a person: what else the head of a relation may lead to, how likely, and what speaks for it.

    question = ask(links, ontology, "calls", "Memory.cache", Side.TAIL)
    [system] = apply([linker], own, links, tokenizer)
    completion = complete(links, ontology, system, question)

An answer is what the ontology allows there. The probabilities are those of the answers that are not in the graph yet:
given that there is one more, how likely it is this one.
"""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from codegraft.errors import KnowledgeGraphError
from codegraft.graphmer.linking.allowed import may_answer, of_types, types_at
from codegraft.graphmer.linking.graph import OUTSIDE, Flags, LinkGraph, Longs, Questions, Side, System
from codegraft.graphmer.linking.printing import shown
from codegraft.graphmer.linking.resolve import resolve
from codegraft.graphmer.linking.support import Support, Supports
from codegraft.kg.ontology import Ontology


class Question(NamedTuple):
    """What may stand at the other end of a relation.

    Attributes:
        side: the end that is asked for.
        known: row of the entity at the other.
        relation: number of the relation among those of the graph.
        repository: number of the repository that the triple would be of.
    """

    side: Side
    known: int
    relation: int
    repository: int


@dataclass(frozen=True)
class Answer:
    """An entity that may stand at the end that was asked for.

    Attributes:
        entity: its row.
        probability: of it among all answers that are not in the graph.
        support: what speaks for it.
    """

    entity: int
    probability: float
    support: tuple[Support, ...]


@dataclass(frozen=True)
class Completion:
    """What is known and what is likely.

    Attributes:
        question: what was asked.
        known: rows of the seen triples that answer it.
        answers: the likeliest that no seen triple says, the likeliest first.
    """

    question: Question
    known: tuple[int, ...]
    answers: tuple[Answer, ...]


def ask(
    graph: LinkGraph, ontology: Ontology, relation: str, symbol: str, side: Side, repository: str | None = None
) -> Question:
    """The question that somebody typed.

    Args:
        graph: that it is about.
        ontology: of the graph. A relation that is not stored asks the other way round for its inverse.
        relation: its name.
        symbol: the end that is given, as :func:`~codegraft.graphmer.linking.resolve.resolve` understands it.
        side: the end that is asked for.
        repository: that it is about; it may be left out where the symbol tells, or there is only one.

    Raises:
        KnowledgeGraphError: there is no such relation, repository or symbol, or the relation and the symbol do not go
            together.
    """
    stored, side = _stored(ontology, relation, side)
    within = None if repository is None else _repository(graph, repository)
    given = Side.HEAD if side is Side.TAIL else Side.TAIL
    allowed = of_types(graph, ontology, stored, given)
    here = np.ones_like(allowed) if within is None else _of(graph, within)
    known = resolve(graph, symbol, allowed & here)
    if not here[known]:
        raise KnowledgeGraphError(
            f"{shown(graph.ids[known])}: not of the repository {repository}; leave --repository out"
        )
    if not allowed[known]:
        type_, types = graph.types[graph.type[known]], types_at(ontology, stored, given)
        raise KnowledgeGraphError(
            f"{shown(graph.ids[known])}: is of type {type_}; {'heads' if given is Side.HEAD else 'tails'} of {stored} "
            f"are of {', '.join(sorted(types))}"
        )
    return Question(side, known, graph.relations.index(stored), _home(graph, known, within))


def complete(graph: LinkGraph, ontology: Ontology, system: System, question: Question, limit: int = 10) -> Completion:
    """Answer a question.

    Args:
        graph: that it is about; of it everything is told that is seen.
        ontology: says what may answer.
        system: gives log-probabilities, up to a constant.
        question: made by :func:`ask`.
        limit: most answers.
    """
    side, known, relation, repository = question
    said = _said(graph, question)
    candidates = graph.candidates(repository)
    asked = Questions(side, repository, np.array([known]), np.array([relation]), np.array([-1]))
    scores = system.scores(asked, candidates)[0].astype(np.float64)
    may = may_answer(graph, ontology, side, known, relation)[candidates]
    candidates, scores = candidates[may], scores[may]
    likely = np.exp(scores - scores.max(initial=-np.inf))
    likely /= likely.sum()
    first = np.argsort(-likely, kind="stable")[:limit]
    supports = Supports(graph)
    answers = [
        Answer(entity, probability, tuple(supports.of(*_triple(question, entity))))
        for entity, probability in zip(candidates[first].tolist(), likely[first].tolist(), strict=True)
    ]
    return Completion(question, tuple(said.tolist()), tuple(answers))


def _stored(ontology: Ontology, relation: str, side: Side) -> tuple[str, Side]:
    """The relation as it is stored, and the end that is asked for in its triples."""
    if relation not in ontology.relations:
        raise KnowledgeGraphError(f"{shown(relation)}: no relation; there are {', '.join(sorted(ontology.relations))}")
    declared = ontology.relations[relation]
    if declared.stored or declared.inverse is None:
        return relation, side
    return declared.inverse, Side.HEAD if side is Side.TAIL else Side.TAIL


def _repository(graph: LinkGraph, name: str) -> int:
    names = [other for other in graph.repositories if other]
    if name not in names:
        raise KnowledgeGraphError(
            f"{shown(name)}: no repository of this graph; there are {', '.join(map(shown, names))}"
        )
    return graph.repositories.index(name)


def _home(graph: LinkGraph, known: int, within: int | None) -> int:
    """The repository that a question about an entity is of."""
    if within is not None:
        return within
    own = int(graph.repository[known])
    if own != OUTSIDE:
        return own
    numbers = np.unique(graph.repository[~graph.outside])
    if len(numbers) != 1:
        raise KnowledgeGraphError(
            f"{shown(graph.ids[known])}: is from outside all {len(numbers)} repositories of this graph; say which of "
            "them is meant: --repository"
        )
    return int(numbers[0])


def _of(graph: LinkGraph, repository: int) -> Flags:
    """[n] what a repository may name."""
    flags = np.zeros(len(graph.ids), np.bool_)
    flags[graph.candidates(repository)] = True
    return flags


def _said(graph: LinkGraph, question: Question) -> Longs:
    """Rows of the seen triples that answer a question."""
    known, _ = graph.ends(question.side)
    here = graph.seen & (graph.said_in == question.repository)
    return np.flatnonzero(here & (known == question.known) & (graph.relation == question.relation))


def _triple(question: Question, answer: int) -> tuple[int, int, int]:
    """Head, relation and tail."""
    ends = (question.known, answer) if question.side is Side.TAIL else (answer, question.known)
    return ends[0], question.relation, ends[1]
