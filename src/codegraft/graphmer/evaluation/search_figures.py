"""Code search on repositories that no training saw: the mix that is used, and every other way to search."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from codegraft.graphmer.chains.parts import Parts
from codegraft.graphmer.chains.tokenizer import CodeTokenizer
from codegraft.graphmer.evaluation.code_search_systems import SearchedPool
from codegraft.graphmer.evaluation.figures import said
from codegraft.graphmer.search.contrastive import Settings
from codegraft.graphmer.search.ranker import Ranker
from codegraft.graphmer.search.train import SearchMaterial, SourceFunction, untrained_search
from codegraft.params import Search
from codegraft.training.bootstrap import Estimate, Floats, Resampler, mean_over


def search_figures(
    functions: Sequence[SourceFunction],
    file_part: Parts,
    held_out: frozenset[str],
    trained: Sequence[Ranker],
    tokenizer: CodeTokenizer,
    params: Search,
) -> dict[str, Any]:
    """MRR@10 of the mix that the command asks, its gain over the same untrained, and that of all ``systems``.

    Args:
        functions: of all sources.
        file_part: int8 [f] what the code of each file may be used for.
        held_out: names of the repositories that are searched.
        trained: rankers of all seeds.
        tokenizer: of the rankers.
        params: with which they were trained.

    Raises:
        ModelError: there is nothing to search.
    """
    material = SearchMaterial(functions, file_part, tokenizer)
    settings = Settings(**params.model_dump(exclude={"seeds"}))
    untrained = [untrained_search(material, settings, seed) for seed in params.seeds]
    pool = SearchedPool.of([function for function in functions if function.repository in held_out])
    resampler = Resampler(pool.task.repository)

    def estimate(seeds: Sequence[Floats]) -> Estimate:
        return resampler.estimate([mean_over(np.asarray(one), resampler.cluster) for one in seeds])

    def of_mixes(rankers: Sequence[Ranker]) -> Estimate:
        return estimate([pool.task.reciprocal_ranks(scores) for scores in pool.mixes(rankers, pool.queries)])

    found = dict(pool.evaluate(trained, untrained, lambda seeds: estimate(seeds).interval()))
    used = of_mixes(trained)
    return {
        **said({"mrr_at_10": used, "gain_over_untrained": used - of_mixes(untrained)}),
        "systems": found.pop("mrr_at_10"),
        "systems_without_name_words": found.pop("mrr_at_10_without_name_words"),
        **found,
    }
