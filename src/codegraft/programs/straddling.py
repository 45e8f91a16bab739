"""Texts of one split that are near duplicates of texts of a more held-out one: none should be."""

from collections.abc import Iterable
from typing import NamedTuple

from codegraft.near_duplicates import NearDuplicateIndex
from codegraft.programs.problems import SPLITS
from codegraft.progress import track


class Placed(NamedTuple):
    """A text and the split that it is in."""

    split: str
    text: str


def straddling(texts: Iterable[Placed], *, threshold: float, title: str) -> dict[str, int]:
    """How many texts of each split but the last have a near duplicate in one that is held out more."""
    index = NearDuplicateIndex(threshold=threshold)
    texts, counts = list(texts), {}
    for split in reversed(SPLITS):
        own = dict.fromkeys(placed.text for placed in texts if placed.split == split)
        held = {text for text in track(own, f"{title}: {split}", unit="text") if index.holds(text)}
        counts[split] = sum(placed.split == split and placed.text in held for placed in texts)
        for text in own if split != SPLITS[0] else ():
            index.add(text)
    return {split: counts[split] for split in SPLITS[:-1]}
