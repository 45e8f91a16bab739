"""All tasks of linking, asked of all systems alike, system by system on as many processors as there are."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, NamedTuple, TypeVar

import joblib
import numpy as np
import numpy.typing as npt
import pyarrow as pa

from codegraft.errors import ModelError
from codegraft.graphmer.evaluation import link_figures
from codegraft.graphmer.evaluation.completion import Completion, Found
from codegraft.graphmer.evaluation.disambiguation import Disambiguation
from codegraft.graphmer.evaluation.link_prediction import draw, ranks_of
from codegraft.graphmer.evaluation.ranking import MEASURES, Ranked, chance_of, measures_of
from codegraft.graphmer.evaluation.systems import LINKER, Systems
from codegraft.graphmer.evaluation.thresholds import gated
from codegraft.graphmer.evaluation.validity import Checked, Validity
from codegraft.graphmer.evaluation.verdicts import verdicts
from codegraft.graphmer.linking.graph import Floats, LinkGraph, Longs, System
from codegraft.graphmer.linking.train import LinkTask
from codegraft.kg.ontology import Ontology
from codegraft.kg.store import KnowledgeGraph
from codegraft.progress import track

T = TypeVar("T")

INDUCTIVE = "repository_inductive"
"""The setting that the other tasks are asked in: repositories that no training saw."""

COMPLETED = {"call_graph": "calls", "dependency": "depends_on"}
"""Task -> the relation whose tails are to be named."""


class Answered(NamedTuple):
    """What one system answered.

    Attributes:
        ranked: by setting, ranks of both ends.
        credits: of the ambiguous mentions; ``None`` if there are none.
        found: by task of completion.
        checked: first answers.
    """

    ranked: dict[str, Ranked]
    credits: Floats | None
    found: dict[str, Found]
    checked: Checked


@dataclass(frozen=True, eq=False)
class Tasks:
    """What is asked.

    Attributes:
        graph: that is asked about.
        triples: by setting, rows, whose both ends are ranked.
        asked: by setting, what tells these triples apart.
        disambiguation: of the repositories that no training saw, as are the next two; ``None`` if nothing is ambiguous.
        completion: by task the questions of testing, and those of validation, on which it is found how sure is sure
            enough.
        validity: of first answers.
        absent: why there is nothing to ask for, by task or setting, of those that are left out.
    """

    graph: LinkGraph
    triples: dict[str, Longs]
    asked: dict[str, link_figures.Asked]
    disambiguation: Disambiguation | None
    completion: dict[str, tuple[Completion, Completion]]
    validity: Validity
    absent: dict[str, str]

    @classmethod
    def of(
        cls, task: LinkTask, graph: KnowledgeGraph, splits: pa.Table, ontology: Ontology, questions: int, seed: int
    ) -> "Tasks":
        """All tasks of a divided graph, of each setting of link prediction so many triples at most.

        Raises:
            ModelError: no triple of a repository that no training saw is hidden, so that there is nothing to ask for.
        """
        linked, parts, absent = task.graph, task.parts, dict[str, str]()
        triples = draw(
            {name: rows for name, rows in parts.asked.items() if len(rows) or name == INDUCTIVE}, questions, seed
        )
        absent |= dict.fromkeys(parts.asked.keys() - triples.keys(), "no triple of this setting is hidden")
        asked = {
            setting: link_figures.Asked.of(linked, splits, rows, task.reading.contexts.mentioned(rows))
            for setting, rows in triples.items()
        }
        hidden, names = parts.asked[INDUCTIVE], graph.entities["name"].to_pylist()
        disambiguation = possible("disambiguation", absent, lambda: Disambiguation.of(linked, names, hidden))
        completion = {
            name: possible(name, absent, partial(_completion, linked, relation, hidden, parts.fitting))
            for name, relation in COMPLETED.items()
        }
        return cls(
            graph=linked,
            triples=triples,
            asked=asked,
            disambiguation=disambiguation,
            completion={name: both for name, both in completion.items() if both is not None},
            validity=Validity(linked, graph.entities, ontology, triples[INDUCTIVE]),
            absent=absent,
        )

    @property
    def repositories(self) -> frozenset[str]:
        """Names of those that no training saw and that are asked about."""
        numbers = np.unique(self.graph.said_in[self.triples[INDUCTIVE]])
        return frozenset(self.graph.repositories[number] for number in numbers)

    def answered(self, system: System) -> Answered:
        """What a system answers to everything."""
        return Answered(
            ranked=self.ranked(system),
            credits=None if self.disambiguation is None else self.disambiguation.credits(system),
            found={
                name: asked.found(system, fitting.fit_threshold(system))
                for name, (asked, fitting) in self.completion.items()
            },
            checked=self.validity.check(system),
        )

    def ranked(self, system: System) -> dict[str, Ranked]:
        """Link prediction alone, by setting."""
        return {setting: ranks_of(system, self.graph, rows) for setting, rows in self.triples.items()}

    def figures(self, answered: Sequence[Answered]) -> dict[str, Any]:
        """Of a system, from what each of its seeds answered."""
        figures = {
            "link_prediction": self.link_figures([one.ranked for one in answered]),
            "triple_validity": self.validity.figures([one.checked for one in answered]),
        }
        if self.disambiguation is not None:
            credits = [one.credits for one in answered if one.credits is not None]
            figures["disambiguation"] = self.disambiguation.figures(credits)
        for name, (asked, _) in self.completion.items():
            figures[name] = asked.figures([one.found[name] for one in answered])
        return figures

    def ranked_inductive(self, system: System) -> dict[str, Ranked]:
        """Link prediction in repositories that no training saw alone."""
        return {INDUCTIVE: ranks_of(system, self.graph, self.triples[INDUCTIVE])}

    def link_figures(self, ranked: Sequence[Mapping[str, Ranked]]) -> dict[str, Any]:
        """Of a system, from the ranks of each of its seeds, by setting; and what a random order would reach."""
        return {
            setting: link_figures.figures(asked, [measures_of(one[setting].rank) for one in ranked])
            | {"chance": _means(chance_of(ranked[0][setting].size))}
            for setting, asked in self.asked.items()
            if setting in ranked[0]
        }


def _completion(graph: LinkGraph, relation: str, asked: Longs, fitting: Longs) -> tuple[Completion, Completion]:
    return Completion.of(graph, relation, asked), Completion.of(graph, relation, fitting)


def possible(name: str, absent: dict[str, str], make: Callable[[], T]) -> T | None:
    """What is made, or ``None`` and the reason among what is absent."""
    try:
        return make()
    except ModelError as error:
        absent[name] = str(error)
        return None


def _means(measures: npt.NDArray[np.float64]) -> dict[str, float]:
    return dict(zip(MEASURES, measures.mean(axis=(1, 2)).tolist(), strict=True))


class Evaluation(NamedTuple):
    """What came of it.

    Attributes:
        figures: by system, of all tasks that it was asked in.
        verdicts: by setting and system, how the linker compares.
        seeds: for each seed of the linker the figures that gates ask for.
    """

    figures: dict[str, dict[str, Any]]
    verdicts: dict[str, dict[str, Any]]
    seeds: list[dict[str, float]]


def evaluate(tasks: Tasks, systems: Systems, tail_systems: Systems, jobs: int) -> Evaluation:
    """Ask all systems; so many at a time, which changes no figure.

    Args:
        tasks: what is asked.
        systems: asked in all tasks; the linker is among them.
        tail_systems: asked in link prediction on unseen repositories alone.
        jobs: systems at a time.
    """
    answered = _asked(tasks.answered, systems, jobs)
    ranked = {name: [one.ranked for one in answers] for name, answers in answered.items()}
    tails = _asked(tasks.ranked_inductive, tail_systems, jobs)
    figures = {name: tasks.figures(answers) for name, answers in answered.items()}
    figures |= {name: {"link_prediction": tasks.link_figures(ranks)} for name, ranks in tails.items()}
    seeds = [gated(tasks.figures([answers])) for answers in answered[LINKER]]
    return Evaluation(figures, verdicts(tasks.asked, ranked | tails, LINKER), seeds)


def _asked(ask: Callable[[System], T], systems: Systems, jobs: int) -> dict[str, list[T]]:
    """What each system answers.

    A process takes its share of the systems at once: they have a graph in common, which so reaches it once.
    """
    plan = [(name, system) for name, of_seeds in systems.items() for system in of_seeds]
    shares = [[system for _, system in plan[first::jobs]] for first in range(min(jobs, len(plan)))]
    answers = joblib.Parallel(jobs)(joblib.delayed(_all_of)(ask, share) for share in shares)
    found: dict[str, list[T]] = {name: [] for name in systems}
    for place, (name, _) in enumerate(plan):
        found[name].append(answers[place % jobs][place // jobs])
    return found


def _all_of(ask: Callable[[System], T], systems: Sequence[System]) -> list[T]:
    return [ask(system) for system in track(systems, "systems", unit="system")]
