"""By how much trained models lie beyond what knows nothing: constants, counts, and themselves untrained.

A margin is positive where the model is better and is judged by the low end of its 95 % interval. Over seeds it is
paired: each seed is compared with its own untrained weights, and the interval is that of the differences.
"""

from typing import Final

import numpy as np

from codegraft.training.interval import interval
from codegraft.verify.found import Find, Found, at, number
from codegraft.verify.records import Floats, Records

_ENCODER: Final = "metrics/graphmer_train.json"
_NODES: Final = "metrics/embed_nodes.json"
_LINKS: Final = "metrics/graphmer_eval.json"
_HUMANEVAL: Final = "metrics/humaneval.json"
_ABLATION: Final = "metrics/ablation.json"
_CLAIM: Final = "claim.relation_bias_improves_mnm_accuracy"


def encoder_gain(records: Records) -> Found:
    """The least relative gain in MNM accuracy of a seed's training over that seed untrained; the note has the mean."""
    before, after = (_by_seed(records, f"{when}.mnm.accuracy") for when in ("before", "after"))
    if not before.all():
        return Found(None, "an untrained encoder has accuracy 0: no relative gain is defined")
    gains = after / before - 1
    return Found(float(gains.min()), _spread(gains))


def encoder_margin(task: str, measure: str) -> Find:
    """Over each seed's own untrained weights and over the best of the counting baselines."""

    def found(records: Records) -> Found:
        sign = -1 if measure == "loss" else 1
        counted = [
            sign * number(records, _ENCODER, f"baselines.{name}.{task}.{measure}")
            for name in at(records, _ENCODER, "baselines")
        ]
        before, after = (sign * _by_seed(records, f"{when}.{task}.{measure}") for when in ("before", "after"))
        margins = after - np.maximum(before, np.max(counted))
        return Found(_low(margins), _spread(margins))

    return found


def node_margin(*others: str) -> Find:
    """In accuracy over other ways to tell a node's kind: the least over depths and ways."""

    def found(records: Records) -> Found:
        places = [f"layers.{depth}.gain_over.{name}.low" for depth in at(records, _NODES, "layers") for name in others]
        gains = np.array([number(records, _NODES, place) for place in places])
        return Found(float(gains.min()), f"least in {places[int(gains.argmin())]}")

    return found


def linker_margin(*others: str) -> Find:
    """In MRR of hidden links in repositories that no training saw: the least over other ways to answer."""

    def found(records: Records) -> Found:
        places = [f"better_than.repository_inductive.{name}.gain.low" for name in others]
        gains = np.array([number(records, _LINKS, place) for place in places])
        return Found(float(gains.min()), f"least in {places[int(gains.argmin())]}")

    return found


def humaneval_margin(records: Records) -> Found:
    """In AUROC within a problem over a constant confidence, ends of the intervals that are nearest to each other."""
    low = number(records, _HUMANEVAL, "auroc_within_problem.low")
    return Found(low - number(records, _HUMANEVAL, "baselines.constant.auroc_within_problem.high"))


def relation_bias_gain(records: Records) -> Found:
    """The low end of what the relation bias adds to MNM accuracy, as a share."""
    low, mean = (number(records, _ABLATION, f"{_CLAIM}.percent.{end}") / 100 for end in ("low", "mean"))
    return Found(low, f"low end; mean {mean:.3g}")


def _by_seed(records: Records, path: str) -> Floats:
    """[seeds] what stands at a path below each seed of the encoder."""
    return np.array([number(records, _ENCODER, f"seeds.{seed}.{path}") for seed in at(records, _ENCODER, "seeds")])


def _low(margins: Floats) -> float | None:
    return interval(margins.tolist()).low if _spreads(margins) else None


def _spread(values: Floats) -> str:
    if not _spreads(values):
        return "no interval: it takes the finite figures of two seeds at least"
    sure = interval(values.tolist())
    return f"mean {sure.mean:.3g} [{sure.low:.3g}, {sure.high:.3g}] over {len(values)} seeds"


def _spreads(values: Floats) -> bool:
    return len(values) > 1 and bool(np.isfinite(values).all())
