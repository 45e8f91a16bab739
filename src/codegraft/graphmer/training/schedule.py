"""The learning rate: up in a straight line, then down as a cosine (Loshchilov and Hutter, "SGDR", 2017)."""

import math

from codegraft.params import Graphmer


def learning_rate(step: int, params: Graphmer) -> float:
    """The rate of a step, which count from 1: ``lr`` at the end of the warm-up, never 0."""
    if step <= params.warmup:
        return params.lr * step / params.warmup
    after = (step - params.warmup) / (params.steps - params.warmup + 1)
    return params.lr * (1 + math.cos(math.pi * after)) / 2
