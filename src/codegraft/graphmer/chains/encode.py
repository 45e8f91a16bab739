"""From sources and their knowledge graph to leafy chains, column by column for all files at once."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from codegraft.bulk import collector_paused
from codegraft.graphmer.chains.chains import Chains
from codegraft.graphmer.chains.corpus import Corpus, read_corpus, train_tokenizer
from codegraft.graphmer.chains.leaves import Fate, Leaves, hang
from codegraft.graphmer.chains.material import Material
from codegraft.graphmer.chains.mentions import find_tails
from codegraft.graphmer.chains.names import Names, name_entities
from codegraft.graphmer.chains.ragged import Longs, lengths, offsets_of, places, row_of
from codegraft.graphmer.chains.shards import WINDOWS_SCHEMA, Header
from codegraft.graphmer.chains.tokenizer import CodeTokenizer
from codegraft.kg.splits.model import Part
from codegraft.params import LeafyChains


class Encoding(NamedTuple):
    """Leafy chains and what was made on the way.

    Attributes:
        tokenizer: of the windows and the names.
        chains: the windows of all parts; a held-out one that copies an earlier part is not among them.
        windows: columns of ``WINDOWS_SCHEMA``, row by row.
        header: what goes with them to disk.
        names: of the graph's entities.
        fate: int8 [T] what became of each triple, codes of ``Fate``.
        left_out: how many held-out windows are copies.
    """

    tokenizer: CodeTokenizer
    chains: Chains
    windows: pa.Table
    header: Header
    names: Names
    fate: npt.NDArray[np.int8]
    left_out: int


def encode_chains(material: Material, params: LeafyChains) -> Encoding:
    """Train a tokenizer, divide the code into windows, and hang the graph on them.

    Raises:
        ModelError: the vocabulary is too small for a tokenizer.
    """
    with collector_paused():
        return encode_with(train_tokenizer(material, params.vocabulary), material, params)


def encode_with(tokenizer: CodeTokenizer, material: Material, params: LeafyChains) -> Encoding:
    """The same with a tokenizer that was trained before, whatever ``params.vocabulary`` says."""
    with collector_paused():
        names = name_entities(material.entities, material.seen, tokenizer, params.tail_slots)
        own, name = np.unique(np.array(names.own, object), return_inverse=True)
        corpus = read_corpus(material, tokenizer, own.tolist(), params.roots)
        leaves, fate = hang(material, corpus, params.groups_per_anchor)
        everything = _chains(material, corpus, names, name, leaves)
    kept = np.flatnonzero(~_copies(everything))
    chains = everything.select(kept)
    fate[np.setdiff1d(everything.triple, chains.triple)] = Fate.COPY
    header = Header(
        vocabulary=tokenizer.vocabulary,
        tokenizer=tokenizer.digest,
        relations=material.relations,
        roots=params.roots,
        tail_slots=params.tail_slots,
        groups_per_anchor=params.groups_per_anchor,
    )
    windows = _windows_table(material, corpus, kept)
    numbered = Chains(**{**chains.arrays(), "window": np.arange(len(kept), dtype=np.int32)})
    return Encoding(tokenizer, numbered, windows, header, names, fate, len(everything) - len(kept))


def _chains(material: Material, corpus: Corpus, names: Names, name: Longs, leaves: Leaves) -> Chains:
    """All windows with their groups. ``name`` [E]: the number of each entity's own name in ``corpus.words``."""
    words, roots = corpus.words, corpus.roots
    window_of = row_of(words.offsets)
    window = window_of[leaves.word]
    tail = material.tail[leaves.triple]
    mentions = find_tails(words, window, name[tail])
    mention_start = words.first[mentions.word] - roots.offsets[window[row_of(mentions.offsets)]]
    return Chains(
        window=np.arange(len(corpus.file), dtype=np.int32),
        part=material.file_part[corpus.file],
        root_offsets=roots.offsets,
        tokens=roots.tokens,
        token_start=roots.start,
        token_end=roots.end,
        word_start=roots.word_start,
        group_offsets=np.searchsorted(window, np.arange(len(corpus.file) + 1)),
        anchor=(words.first[leaves.word] - roots.offsets[window]).astype(np.int16),
        head_length=words.length[leaves.word].astype(np.int16),
        relation=material.relation[leaves.triple].astype(np.int16),
        head_entity=material.head[leaves.triple].astype(np.int32),
        tail_entity=tail.astype(np.int32),
        triple=leaves.triple.astype(np.int32),
        shortened=names.shortened[tail],
        group_part=leaves.part,
        splits=material.splits[leaves.triple],
        tail_offsets=offsets_of(lengths(names.token_offsets, tail)),
        tail_tokens=names.tokens[places(names.token_offsets, tail)],
        mention_offsets=mentions.offsets,
        mention_start=mention_start.astype(np.int16),
        mention_stop=(mention_start + words.length[mentions.word]).astype(np.int16),
    )


def _copies(chains: Chains) -> npt.NDArray[np.bool_]:
    """[W] whether a window is of no part, or has the code of one of an earlier part."""
    copies: npt.NDArray[np.bool_] = chains.part == Part.DROPPED
    bounds, code = chains.root_offsets.tolist(), chains.code_offsets.tolist()
    earlier: dict[bytes, int] = {}
    for window in np.argsort(chains.part, kind="stable").tolist():
        tokens = chains.tokens[code[window] : bounds[window + 1]].tobytes()
        copies[window] |= earlier.setdefault(tokens, int(chains.part[window])) < chains.part[window]
    return copies


def _windows_table(material: Material, corpus: Corpus, kept: Longs) -> pa.Table:
    file, offsets = corpus.file[kept], corpus.roots.offsets
    rows = material.sources.select(["repository", "path", "language"]).take(pa.array(file))
    parts = pa.array([part.name.lower() for part in Part])
    columns = {
        "repository": rows["repository"].dictionary_encode(),
        "file": rows["path"].dictionary_encode(),
        "language": rows["language"].dictionary_encode(),
        "start": corpus.roots.start[offsets[:-1][kept]],
        "end": corpus.roots.end[offsets[1:][kept] - 1],
        "part": pa.DictionaryArray.from_arrays(pa.array(material.file_part[file].astype(np.int32)), parts),
    }
    return pa.table(columns, schema=WINDOWS_SCHEMA)
