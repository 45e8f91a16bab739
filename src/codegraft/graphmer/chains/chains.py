"""Leafy chains: windows of code tokens, on which triples of the knowledge graph hang.

A window's tokens are its roots, in order: a heading that says where it is, then its code. A triple is a group of
leaves: it hangs on the first root of a mention of its head (the anchor) and holds the relation and the tokens of the
tail's name. Windows have as many roots, groups, tail tokens and mentions as they have: nothing is padded.

    chains = read_chains("data/chains").of_part(Part.TRAIN)
    chain = chains[7]                 # one window, as plain values
    Chains.pack(list(chains))         # the same chains again

The layout follows the leafy chain graph of GraphMERT (arXiv 2510.09580, section 3) with three departures: tails may
have any length up to ``tail_slots``, several triples may hang on one anchor, and mentions are found by their bytes.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, Final, NamedTuple

import numpy as np
import numpy.typing as npt

from codegraft.graphmer.chains.ragged import lengths, offsets_of, places
from codegraft.kg.splits.model import Part

Ints = npt.NDArray[np.int32]
Longs = npt.NDArray[np.int64]
Shorts = npt.NDArray[np.int16]
Bytes = npt.NDArray[np.int8]
Flags = npt.NDArray[np.bool_]

SPLITS: Final = ("transductive", "file_inductive", "repository_inductive")
"""Columns of ``Chains.splits``."""


class Leaf(NamedTuple):
    """A group of leaves: one triple.

    ``anchor`` is the first root of the head's mention and ``head_length`` how many roots it has; ``relation`` counts
    from 1; ``tail`` are the tokens of the tail's name, ``shortened`` says that its beginning is missing; ``mentions``
    are the (first, past-the-last) roots of all words of the window that spell the last part of the tail's name, that of
    a head of the same name, as of a method that overrides, included. Entities and ``triple`` are rows of
    the knowledge graph's tables. ``splits`` are codes of ``Part``, in the order of ``SPLITS``; ``part`` is what the
    triple may be used for here.
    """

    anchor: int
    head_length: int
    relation: int
    tail: tuple[int, ...]
    shortened: bool
    head_entity: int
    tail_entity: int
    triple: int
    part: int
    splits: tuple[int, ...]
    mentions: tuple[tuple[int, int], ...]


class Chain(NamedTuple):
    """One window: root tokens, the bytes of its file at which each starts and ends, and its groups by anchor.

    ``window`` is the row of windows.parquet, whatever was selected since; ``part`` a code of ``Part``.
    """

    window: int
    part: int
    tokens: tuple[int, ...]
    token_start: tuple[int, ...]
    token_end: tuple[int, ...]
    word_start: tuple[bool, ...]
    groups: tuple[Leaf, ...]


@dataclass(frozen=True, eq=False)
class Chains:
    """W windows with R roots, G groups, L tail tokens and M mentions in all, as columns.

    ``len`` is W, ``[i]`` the i-th window as a :class:`Chain`.

    Attributes:
        window: int32 [W] row of windows.parquet, which selections keep.
        part: int8 [W] codes of ``Part``: what the code of the window may be used for.
        root_offsets: int64 [W + 1]; the roots of window w are ``root_offsets[w]`` to ``root_offsets[w + 1]``.
        tokens, token_start, token_end: int32 [R]; starts and ends are bytes in the file. The first roots are the
            heading, which is not in the file: each starts and ends where the code begins.
        word_start: bool [R], false where a token goes on with the name or number of the token before it.
        group_offsets: int64 [W + 1], likewise for groups, which are sorted by anchor.
        anchor, head_length: int16 [G] first root of the head's mention, counted in the window, and its roots.
        relation: int16 [G] from 1, numbering ``Header.relations``.
        head_entity, tail_entity, triple: int32 [G] rows of the knowledge graph's tables.
        shortened: bool [G] whether the tail's name lost its beginning.
        group_part: int8 [G] codes of ``Part``: what the triple may be used for. TRAIN only in windows of training,
            if all three splits train on it; VALID if the repository-inductive split validates with it, in windows of
            validation; TEST if it is held out otherwise, also in a window whose code is learned from.
        splits: int8 [G, 3] codes of ``Part`` in each of ``SPLITS``.
        tail_offsets: int64 [G + 1] and tail_tokens: int32 [L].
        mention_offsets: int64 [G + 1]; mention_start, mention_stop: int16 [M] roots, counted in the window.
    """

    window: Ints
    part: Bytes
    root_offsets: Longs
    tokens: Ints
    token_start: Ints
    token_end: Ints
    word_start: Flags
    group_offsets: Longs
    anchor: Shorts
    head_length: Shorts
    relation: Shorts
    head_entity: Ints
    tail_entity: Ints
    triple: Ints
    shortened: Flags
    group_part: Bytes
    splits: Bytes
    tail_offsets: Longs
    tail_tokens: Ints
    mention_offsets: Longs
    mention_start: Shorts
    mention_stop: Shorts

    def __len__(self) -> int:
        return len(self.window)

    def __iter__(self) -> Iterator[Chain]:
        return map(self.__getitem__, range(len(self)))

    def __getitem__(self, index: int) -> Chain:
        """Window ``index`` as plain values.

        Raises:
            IndexError: there is no such window.
        """
        place = range(len(self))[index]
        roots = slice(*self.root_offsets[place : place + 2])
        groups = range(*self.group_offsets[place : place + 2])
        return Chain(
            window=int(self.window[place]),
            part=int(self.part[place]),
            tokens=tuple(self.tokens[roots].tolist()),
            token_start=tuple(self.token_start[roots].tolist()),
            token_end=tuple(self.token_end[roots].tolist()),
            word_start=tuple(self.word_start[roots].tolist()),
            groups=tuple(map(self._leaf, groups)),
        )

    @property
    def code_offsets(self) -> Longs:
        """int64 [W] the first root of each window's code, behind its heading."""
        empty = np.append(0, np.cumsum(self.token_end == self.token_start))
        return self.root_offsets[:-1] + np.diff(empty[self.root_offsets])

    def of_part(self, part: Part) -> "Chains":
        """The windows of a part, with those of their groups that are of the same part."""
        chosen = self.select(np.flatnonzero(self.part == part))
        return chosen.keep_groups(chosen.group_part == part)

    def select(self, windows: npt.NDArray[Any]) -> "Chains":
        """These windows, by their place here, in this order, with all their groups."""
        roots, groups = places(self.root_offsets, windows), places(self.group_offsets, windows)
        return replace(
            self._take_groups(groups),
            window=self.window[windows],
            part=self.part[windows],
            root_offsets=offsets_of(lengths(self.root_offsets, windows)),
            tokens=self.tokens[roots],
            token_start=self.token_start[roots],
            token_end=self.token_end[roots],
            word_start=self.word_start[roots],
            group_offsets=offsets_of(lengths(self.group_offsets, windows)),
        )

    def keep_groups(self, keep: npt.NDArray[np.bool_]) -> "Chains":
        """The same windows with these groups only. ``keep``: [G]."""
        kept_before = offsets_of(keep.astype(np.int64))
        return replace(self._take_groups(np.flatnonzero(keep)), group_offsets=kept_before[self.group_offsets])

    def arrays(self) -> dict[str, npt.NDArray[Any]]:
        """All columns by name."""
        return {field.name: getattr(self, field.name) for field in fields(self)}

    @classmethod
    def pack(cls, chains: Sequence[Chain]) -> "Chains":
        """The columns of these windows: ``list(Chains.pack(chains)) == list(chains)``."""
        groups = [group for chain in chains for group in chain.groups]
        mentions = [mention for group in groups for mention in group.mentions]
        columns: dict[str, Any] = {
            **{name: _flat([getattr(chain, name) for chain in chains], np.int32) for name in _ROOT_COLUMNS},
            **{name: _column(groups, name, np.int16) for name in ("anchor", "head_length", "relation")},
            **{name: _column(groups, name, np.int32) for name in ("head_entity", "tail_entity", "triple")},
        }
        return cls(
            window=_column(chains, "window", np.int32),
            part=_column(chains, "part", np.int8),
            root_offsets=offsets_of(len(chain.tokens) for chain in chains),
            group_offsets=offsets_of(len(chain.groups) for chain in chains),
            word_start=_flat([chain.word_start for chain in chains], np.bool_),
            shortened=_column(groups, "shortened", np.bool_),
            group_part=_column(groups, "part", np.int8),
            splits=np.array([group.splits for group in groups], np.int8).reshape(len(groups), len(SPLITS)),
            tail_offsets=offsets_of(len(group.tail) for group in groups),
            tail_tokens=_flat([group.tail for group in groups], np.int32),
            mention_offsets=offsets_of(len(group.mentions) for group in groups),
            mention_start=np.array([first for first, _ in mentions], np.int16),
            mention_stop=np.array([stop for _, stop in mentions], np.int16),
            **columns,
        )

    def _leaf(self, group: int) -> Leaf:
        tail = slice(*self.tail_offsets[group : group + 2])
        mentions = slice(*self.mention_offsets[group : group + 2])
        starts, stops = self.mention_start[mentions].tolist(), self.mention_stop[mentions].tolist()
        return Leaf(
            anchor=int(self.anchor[group]),
            head_length=int(self.head_length[group]),
            relation=int(self.relation[group]),
            tail=tuple(self.tail_tokens[tail].tolist()),
            shortened=bool(self.shortened[group]),
            head_entity=int(self.head_entity[group]),
            tail_entity=int(self.tail_entity[group]),
            triple=int(self.triple[group]),
            part=int(self.group_part[group]),
            splits=tuple(self.splits[group].tolist()),
            mentions=tuple(zip(starts, stops, strict=True)),
        )

    def _take_groups(self, groups: Longs) -> "Chains":
        """These groups in this order; which windows they belong to is left to the caller."""
        tails, mentions = places(self.tail_offsets, groups), places(self.mention_offsets, groups)
        columns: dict[str, Any] = {name: getattr(self, name)[groups] for name in _GROUP_COLUMNS}
        return replace(
            self,
            **columns,
            tail_offsets=offsets_of(lengths(self.tail_offsets, groups)),
            tail_tokens=self.tail_tokens[tails],
            mention_offsets=offsets_of(lengths(self.mention_offsets, groups)),
            mention_start=self.mention_start[mentions],
            mention_stop=self.mention_stop[mentions],
        )


_ROOT_COLUMNS: Final = ("tokens", "token_start", "token_end")

_GROUP_COLUMNS: Final = (
    *("anchor", "head_length", "relation", "head_entity", "tail_entity", "triple"),
    *("shortened", "group_part", "splits"),
)


def _column(rows: Sequence[Any], name: str, kind: type[np.generic]) -> npt.NDArray[Any]:
    return np.array([getattr(row, name) for row in rows], kind)


def _flat(rows: Sequence[tuple[int, ...]], kind: type[np.generic]) -> npt.NDArray[Any]:
    return np.array([value for row in rows for value in row], kind)


def concatenate(parts: Sequence[Chains]) -> Chains:
    """The windows of all parts, one part after the other."""
    joined: dict[str, Any] = {}
    for name in (field.name for field in fields(Chains)):
        columns = [getattr(part, name) for part in parts or [Chains.pack([])]]
        if name.endswith("_offsets"):
            joined[name] = offsets_of(np.concatenate([np.diff(column) for column in columns]))
        else:
            joined[name] = np.concatenate(columns)
    return Chains(**joined)
