"""Texts that say nearly the same: vendored copies, forks and generated twins, found by MinHash and checked exactly.

A text is the set of its runs of ``SHINGLE`` tokens, so that layout does not count. Two texts are near duplicates if
the Jaccard similarity of their sets reaches the threshold. MinHash signatures in ``BANDS`` bands of ``ROWS`` values
propose pairs: a pair of similarity s shares a band with probability 1 - (1 - s^ROWS)^BANDS, which is 0.9998 at 0.8 and
0.998 at 0.75. Each proposed pair is then compared exactly, so no cluster rests on a guess. Time grows with the size of
the texts, and with the square of the number of texts in a cluster (exact copies aside).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Final, Generic, TypeVar

import numpy as np
import numpy.typing as npt
from scipy.cluster.hierarchy import DisjointSet

from codegraft.errors import ParamsError
from codegraft.progress import track

Hashes = npt.NDArray[np.uint64]
Key = TypeVar("Key", int, tuple[str, str])
"""What names a text; keys are sorted."""

SHINGLE: Final = 5
BANDS: Final = 16
ROWS: Final = 4
LEAST_SHINGLES: Final = 32
"""Texts with fewer are not compared: short ones are alike because there is little to say, not because of a copy."""

_LEAST_THRESHOLD: Final = 0.75
"""Below it too many pairs would go unproposed."""

_SPACE, _SIGN, _WORD = range(3)


def near_duplicates(texts: Iterable[tuple[Key, str]], *, threshold: float = 0.8) -> tuple[tuple[Key, ...], ...]:
    """Cluster texts, each with a key of its own: the keys of those that are near duplicates of each other.

    A key stands in at most one cluster, and none stands alone. A chain of near duplicates is one cluster, though its
    ends may differ more. Clusters and their keys are sorted, so that the order of the texts does not matter.

    Raises:
        ParamsError: the threshold is outside 0.75 to 1.
    """
    _check(threshold)
    distinct = _distinct_contents(texts)
    same = DisjointSet(range(len(distinct)))
    for first, second in _candidates([content.shingles for content in distinct]):
        apart = not same.connected(first, second)
        if apart and jaccard(distinct[first].shingles, distinct[second].shingles) >= threshold:
            same.merge(first, second)
    clusters = (sorted(key for content in group for key in distinct[content].keys) for group in same.subsets())
    return tuple(sorted(tuple(cluster) for cluster in clusters if len(cluster) > 1))


class NearDuplicateIndex:
    """Texts that others are held against one by one, without a chain between them.

    Texts of fewer than ``LEAST_SHINGLES`` are held too, and are duplicates of those alone that have exactly their
    tokens.

    Raises:
        ParamsError: the threshold is outside 0.75 to 1.
    """

    def __init__(self, *, threshold: float = 0.8) -> None:
        _check(threshold)
        self._threshold = threshold
        self._contents: defaultdict[tuple[int, bytes], list[Hashes]] = defaultdict(list)
        self._short: set[bytes] = set()

    def add(self, text: str) -> None:
        """Take a text in."""
        content = shingles(text)
        if len(content) < LEAST_SHINGLES:
            self._short.add(_tokens(text).tobytes())
        else:
            buckets = _buckets(content)
            if not any(np.array_equal(content, other) for other in self._proposed(buckets)):
                for bucket in buckets:
                    self._contents[bucket].append(content)

    def holds(self, text: str) -> bool:
        """Whether a text that was taken in is a near duplicate of this one."""
        content = shingles(text)
        if len(content) < LEAST_SHINGLES:
            return _tokens(text).tobytes() in self._short
        return any(jaccard(content, other) >= self._threshold for other in self._proposed(_buckets(content)))

    def _proposed(self, buckets: Iterable[tuple[int, bytes]]) -> Iterator[Hashes]:
        """Texts that share a bucket; one that shares several comes as often."""
        return (other for bucket in buckets for other in self._contents.get(bucket, ()))


def jaccard(first: Hashes, second: Hashes) -> float:
    """Size of the intersection over size of the union of two sorted sets, of which at least one is not empty."""
    common = len(np.intersect1d(first, second, assume_unique=True))
    return common / (len(first) + len(second) - common)


def shingles(text: str) -> Hashes:
    """Hashes of the runs of ``SHINGLE`` tokens in a text, sorted and each once; empty if the text is shorter.

    A token is a word (letters, digits, underscores and everything outside ASCII) or a single other sign. Sets of
    hashes stand for sets of runs: at 64 bits two different runs of a corpus of a hundred million meet once in 3,700
    corpora.
    """
    tokens = _tokens(text)
    runs = len(tokens) - SHINGLE + 1
    if runs <= 0:
        return np.empty(0, np.uint64)
    total = np.zeros(runs, np.uint64)
    for place in range(SHINGLE):
        total = total * _BASE + tokens[place : place + runs]
    return np.unique(_mixed(total))


def _check(threshold: float) -> None:
    if not _LEAST_THRESHOLD <= threshold <= 1:
        raise ParamsError(f"near-duplicate threshold {threshold}: expected {_LEAST_THRESHOLD} to 1")


@dataclass
class _Content(Generic[Key]):
    """A set of shingles and the keys of the texts that have exactly it."""

    shingles: Hashes
    keys: list[Key]


def _distinct_contents(texts: Iterable[tuple[Key, str]]) -> list[_Content[Key]]:
    """Exact copies as one: a text that was copied a thousand times would make half a million pairs."""
    found: dict[bytes, _Content[Key]] = {}
    for key, text in track(texts, "near duplicates", unit="text"):
        content = shingles(text)
        if len(content) >= LEAST_SHINGLES:
            found.setdefault(content.tobytes(), _Content(content, [])).keys.append(key)
    return list(found.values())


def _candidates(contents: list[Hashes]) -> Iterator[tuple[int, int]]:
    """Pairs that agree in all values of at least one band; may repeat."""
    signatures = np.array([_signature(content) for content in contents]).reshape(-1, BANDS, ROWS)
    for band in signatures.transpose(1, 0, 2):
        _, bucket, size = np.unique(band, axis=0, return_inverse=True, return_counts=True)
        by_bucket = np.argsort(bucket, kind="stable")
        for members in np.split(by_bucket, np.cumsum(size)[:-1]):
            yield from combinations(members.tolist(), 2)


def _buckets(content: Hashes) -> list[tuple[int, bytes]]:
    """The bands of a set, each with its values as bytes."""
    return [(band, values.tobytes()) for band, values in enumerate(_signature(content).reshape(BANDS, ROWS))]


def _signature(content: Hashes) -> Hashes:
    """[BANDS * ROWS] the least value of the set under each of as many permutations of the 64-bit numbers."""
    return np.array([(content * factor).min() for factor in _FACTORS])


def _tokens(text: str) -> Hashes:
    """A hash of each token, in order."""
    return _mixed(_token_hashes(np.frombuffer(text.encode(), np.uint8)))


def _token_hashes(text: npt.NDArray[np.uint8]) -> Hashes:
    """One number a token: a polynomial over its bytes, as a difference of running sums over the whole text.

    Such a difference carries the power of the token's place in the text, which is divided out again.
    """
    kind = _CLASS[text]
    joined = (kind[1:] == _WORD) & (kind[:-1] == _WORD)
    starts = np.flatnonzero((kind != _SPACE) & ~np.append(False, joined)[: len(kind)])
    ends = np.flatnonzero((kind != _SPACE) & ~np.append(joined, False)[: len(kind)]) + 1
    terms = np.full(len(text), _BASE).cumprod() * (text + np.uint64(1))
    sums = np.append(np.uint64(0), terms.cumsum())
    hashes: Hashes = (sums[ends] - sums[starts]) * np.full(len(text), _INVERSE).cumprod()[starts]
    return hashes


def _mixed(values: Hashes) -> Hashes:
    """Spread sums and products over all 64 bits (the finaliser of splitmix64)."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    mixed: Hashes = values ^ (values >> np.uint64(31))
    return mixed


def _byte_classes() -> npt.NDArray[np.uint8]:
    classes = np.full(256, _SIGN, np.uint8)
    classes[list(b" \t\n\r\f\v")] = _SPACE
    classes[[byte for byte in range(256) if chr(byte).isalnum() or byte == ord("_") or byte >= 128]] = _WORD
    return classes


_CLASS: Final = _byte_classes()
_BASE: Final = np.uint64(0x9E3779B97F4A7C15)
_INVERSE: Final = np.uint64(pow(int(_BASE), -1, 2**64))
_FACTORS: Final = _mixed(np.arange(1, BANDS * ROWS + 1, dtype=np.uint64)) | np.uint64(1)
"""Multiplying by an odd number permutes the 64-bit numbers."""
