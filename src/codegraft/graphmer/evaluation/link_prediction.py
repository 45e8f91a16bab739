"""Link prediction: the hidden end of a triple among everything that its repository could name.

Every system is asked the same questions, offers a score for the same candidates, and is ranked by the same filter: an
answer competes with no other end that makes a true triple, whether that triple is seen or not.
"""

from collections.abc import Mapping
from typing import Final

import numpy as np
import numpy.typing as npt

from codegraft.errors import ModelError
from codegraft.graphmer.evaluation.ranking import Ranked, filtered_ranks
from codegraft.graphmer.linking.graph import LinkGraph, Questions, Side, System, questions_of
from codegraft.progress import track

Longs = npt.NDArray[np.int64]

_SCORES: Final = 1 << 23
"""At once: a system may hold a few numbers for each."""


def draw(asked: Mapping[str, Longs], most: int, seed: int) -> dict[str, Longs]:
    """At most so many triples of each setting, ascending; the same triples and seed give the same draw.

    Args:
        asked: setting -> rows of triples, as :class:`~codegraft.graphmer.linking.parts.LinkParts` has them.
        most: of each setting.
        seed: of the draw.

    Raises:
        ModelError: a setting has no triple.
    """
    if empty := [setting for setting, rows in asked.items() if not len(rows)]:
        raise ModelError(
            f"setting {' and '.join(empty)}: the splits hide no triple of it; take more repositories or a larger "
            "kg.test_share in params.yaml, and run `dvc repro build_kg`"
        )
    generators = (np.random.default_rng([seed, place]) for place in range(len(asked)))
    return {
        setting: np.sort(generator.permutation(rows)[:most])
        for generator, (setting, rows) in zip(generators, asked.items(), strict=True)
    }


def ranks_of(system: System, graph: LinkGraph, triples: Longs) -> Ranked:
    """Rank what a system says to both ends of hidden triples.

    Args:
        system: is asked repository by repository, a part of the questions at a time.
        graph: whose triples are asked for.
        triples: [Q] rows, none of them seen.

    Returns:
        Arrays of [2, Q], with a row for each :class:`Side`.

    Raises:
        ModelError: there is no triple, one is seen, or the system's scores are not one finite number for each question
            and candidate.
    """
    _check(graph, triples)
    sides = [_ranks_of_side(system, graph, triples, side) for side in Side]
    return Ranked(np.stack([side.rank for side in sides]), np.stack([side.size for side in sides]))


def _ranks_of_side(system: System, graph: LinkGraph, triples: Longs, side: Side) -> Ranked:
    ranked = Ranked(np.empty(len(triples)), np.empty(len(triples), np.int64))
    for of_repository, place in track(questions_of(graph, triples, side), f"asking for {side.name.lower()}s"):
        candidates = graph.candidates(of_repository.repository)
        for part, questions in of_repository.chunks(max(_SCORES // len(candidates), 1)):
            found = _answered(system, graph, questions, candidates)
            ranked.rank[place[part]], ranked.size[place[part]] = found.rank, found.size
    return ranked


def _answered(system: System, graph: LinkGraph, questions: Questions, candidates: Longs) -> Ranked:
    scores = system.scores(questions, candidates)
    try:
        return filtered_ranks(scores, _places(graph, questions, candidates), graph.truth(questions, candidates))
    except ModelError as error:
        repository, side = graph.repositories[questions.repository], questions.side.name.lower()
        raise ModelError(f"{type(system).__name__}, asked for {side}s of {repository}: {error}") from None


def _places(graph: LinkGraph, questions: Questions, candidates: Longs) -> Longs:
    """[Q] which candidate answers each question."""
    _, ends = graph.ends(questions.side)
    answers = ends[questions.triple]
    place = np.searchsorted(candidates, answers)
    wrong = candidates.take(place, mode="clip") != answers
    if wrong.any():
        raise ModelError(
            f"{np.count_nonzero(wrong)} answers, such as {graph.ids[answers[wrong.argmax()]]}, are not among the "
            f"{len(candidates)} candidates; ask for triples that name what is of their repository or from outside"
        )
    return place


def _check(graph: LinkGraph, triples: Longs) -> None:
    if not len(triples):
        raise ModelError("link prediction: no triple to ask for; draw one at least")
    if (seen := graph.seen[triples]).any():
        raise ModelError(
            f"{np.count_nonzero(seen)} of {len(triples)} triples that are asked for are seen, such as row "
            f"{triples[seen.argmax()]}: they could be looked up; ask for hidden ones"
        )
