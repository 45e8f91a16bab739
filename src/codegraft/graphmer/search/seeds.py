"""Rankers of several seeds in one directory: the first at its top, for use; the others below it, to be measured."""

from collections.abc import Mapping
from pathlib import Path

from codegraft.files import atomic_directory
from codegraft.graphmer.chains.tokenizer import CodeTokenizer
from codegraft.graphmer.search.ranker import Ranker, load_ranker, save_ranker


def write_rankers(directory: str | Path, rankers: Mapping[int, Ranker]) -> None:
    """Write the rankers of all seeds, whole or not at all; equal rankers give equal bytes."""
    first, *others = rankers
    with atomic_directory(directory) as temporary:
        save_ranker(temporary, rankers[first])
        for seed in others:
            save_ranker(temporary / f"seed_{seed}", rankers[seed])


def read_rankers(directory: str | Path, tokenizer: CodeTokenizer) -> list[Ranker]:
    """The rankers that :func:`write_rankers` wrote, the first one first.

    Raises:
        ModelError: there is none, one is damaged, or of another tokenizer.
    """
    others = sorted(Path(directory).glob("seed_*"))
    return [load_ranker(place, tokenizer) for place in (Path(directory), *others)]
