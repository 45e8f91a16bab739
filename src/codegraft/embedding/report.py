"""What a reviewer compares: each depth with its interval over seeds, beside what it has to beat."""

from dataclasses import asdict
from typing import Any

from codegraft.embedding.baselines import random_encoders, table_baselines
from codegraft.embedding.score import Score
from codegraft.embedding.task import Task
from codegraft.embedding.train import Run
from codegraft.params import EmbedNodes
from codegraft.training.interval import interval

INTERVAL_COVERS = (
    "Each seed draws anew which repositories are held out, which files stand for them, which nodes are hidden, the "
    "initial weights and the order of batches; the 95 % t-interval is over seeds. Draws overlap, so it is somewhat "
    "narrower than one over wholly fresh code."
)

SHARES = ("accuracy", "repository_accuracy", "macro_f1")


def baselines(tasks: list[Task], params: EmbedNodes) -> dict[str, list[Score]]:
    """Scores of every baseline in the order of ``tasks``; ``random_encoder_<layers>`` is one for each depth."""
    tables = [table_baselines(task, params) for task in tasks]
    scores = {name: [of_task[name] for of_task in tables] for name in tables[0]}
    return scores | {f"random_encoder_{layers}": found for layers, found in random_encoders(tasks, params).items()}


def metrics(tasks: list[Task], runs: dict[int, list[Run]], held_against: dict[str, list[Score]]) -> dict[str, Any]:
    """Scores as means with 95 % intervals over seeds, for networks and baselines on the same hidden nodes.

    ``gain_over`` holds the interval of the difference in accuracy, seed by seed, to each baseline that a depth has to
    beat (of the random encoders, the one of its own depth), and ``beats_<name>`` whether it lies above zero.
    ``sanity_untrained_accuracy`` is the network as initialised, with an untrained head: a check that the judged nodes
    do not give their kind away, and nothing to be proud of beating.
    """
    return {
        "interval_covers": INTERVAL_COVERS,
        "layers": {str(depth): _depth_metrics(depth, of_depth, held_against) for depth, of_depth in runs.items()},
        "baselines": {name: _intervals(scores) for name, scores in held_against.items()},
        "seeds": {str(task.seed): _draw(task) for task in tasks},
        "split_by": tasks[0].split.by,
        "cross_file_edge_share": tasks[0].graph.cross_file_share,
    }


def _depth_metrics(depth: int, runs: list[Run], held_against: dict[str, list[Score]]) -> dict[str, Any]:
    last = [run.scores[-1] for run in runs]
    rivals = {name: scores for name, scores in held_against.items() if not name.startswith("random_encoder")}
    rivals["random_encoder"] = held_against[f"random_encoder_{depth}"]
    gains = {name: interval(_gains(last, scores)) for name, scores in rivals.items()}
    return {
        **_intervals(last),
        "sanity_untrained_accuracy": _share([run.scores[0].accuracy for run in runs]),
        "gain_over": {name: asdict(gain) for name, gain in gains.items()},
        **{f"beats_{name}": gain.low > 0.0 for name, gain in gains.items()},
    }


def _gains(scores: list[Score], others: list[Score]) -> list[float]:
    return [result.accuracy - other.accuracy for result, other in zip(scores, others, strict=True)]


def _draw(task: Task) -> dict[str, Any]:
    """What one seed drew."""
    return {
        "held_out": list(task.split.held_out_groups),
        "nodes": {
            "train": sum(len(batch.kind) for batch in task.train),
            "held_out": sum(len(batch.kind) for batch in task.held_out),
            "evaluated": len(task.kind),
        },
    }


def _intervals(scores: list[Score]) -> dict[str, dict[str, float]]:
    """Every measure of :class:`~codegraft.embedding.score.Score` with its interval over seeds."""
    shares = {name: _share([getattr(one, name) for one in scores]) for name in SHARES}
    return shares | {"cross_entropy": asdict(interval([one.cross_entropy for one in scores]))}


def _share(values: list[float]) -> dict[str, float]:
    """Interval of a share, cut to what a share can be."""
    return {name: min(max(value, 0.0), 1.0) for name, value in asdict(interval(values)).items()}
