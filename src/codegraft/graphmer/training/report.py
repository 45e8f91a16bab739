"""What a training came to: figures for metrics/graphmer_train.json, and for people."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any, Final

from codegraft.graphmer.batches.scores import Scores
from codegraft.graphmer.encoder.encoder import parameter_counts
from codegraft.graphmer.training.checkpoint import load_model
from codegraft.graphmer.training.trainer import TrainedSeed, TrainingRun
from codegraft.training.interval import interval

_MEASURES: Final = {
    "mlm": {"loss": "mlm_loss", "accuracy": "mlm_accuracy"},
    "mnm": {"loss": "mnm_loss", "accuracy": "mnm_accuracy", "exact": "mnm_exact"},
}


def figures(run: TrainingRun) -> dict[str, Any]:
    """Scores before training and of the encoders that were kept, beside the baselines on the same items.

    Losses are in nats. ``accuracy`` of tails is by token, ``exact`` by whole tail.
    """
    first = [trained.evaluations[0].scores for trained in run.seeds]
    best = [trained.best.scores for trained in run.seeds]
    profile, cut, asked = run.runtime.profile, run.runtime.cut, run.chosen.best.scores
    return {
        "before": _over_seeds(first),
        "after": _over_seeds(best),
        "baselines": {name: _measures(scores) for name, scores in run.baselines.items()},
        "seeds": {str(trained.seed): _of_seed(trained) for trained in run.seeds},
        "chosen_seed": run.chosen.seed,
        "parameters": parameter_counts(load_model(run.chosen_file).model),
        "held_out": {"windows": _judged(run), "roots": asked.roots, "tails": asked.tails},
        "train": {"windows": len(run.task.train), "triples": len(run.task.train.relation)},
        "hardware": {
            "device": run.runtime.device.type,
            "precision": {"no": "fp32"}.get(profile.precision, profile.precision),
            **cut._asdict(),
        },
    }


def lines(run: TrainingRun) -> list[str]:
    """Scores of the chosen encoder before and after, and of the baselines, for people."""
    chosen = run.chosen
    rows = {"before": chosen.evaluations[0].scores, f"step {chosen.best.step}": chosen.best.scores}
    names = Scores._fields[:-2]
    table = [f"{f'seed {chosen.seed}':<16}" + "".join(f"{name:>14}" for name in names)]
    for title, scores in {**rows, **run.baselines}.items():
        table.append(f"{title:<16}" + "".join(f"{getattr(scores, name):>14.4f}" for name in names))
    return table


def _over_seeds(scores: Sequence[Scores]) -> dict[str, dict[str, dict[str, float | None]]]:
    return {
        task: {
            measure: _spread([getattr(one, name) for one in scores], share=measure != "loss")
            for measure, name in measures.items()
        }
        for task, measures in _MEASURES.items()
    }


def _spread(values: Sequence[float], *, share: bool) -> dict[str, float | None]:
    """Mean with its interval, which one seed alone does not have; that of a share is cut to what a share can be."""
    if len(values) == 1:
        return {"mean": values[0], "low": None, "high": None}
    found = asdict(interval(values))
    return {name: min(max(value, 0.0), 1.0) for name, value in found.items()} if share else found


def _judged(run: TrainingRun) -> int:
    windows, most = len(run.task.held_out), run.params.eval_windows
    return windows if most is None else min(most, windows)


def _measures(scores: Scores) -> dict[str, dict[str, float]]:
    return {
        task: {measure: getattr(scores, name) for measure, name in measures.items()}
        for task, measures in _MEASURES.items()
    }


def _of_seed(trained: TrainedSeed) -> dict[str, Any]:
    return {
        "before": _measures(trained.evaluations[0].scores),
        "after": _measures(trained.best.scores),
        "best_step": trained.best.step,
        "epochs": trained.history[-1].epoch,
    }
