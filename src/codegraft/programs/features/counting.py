"""Counts by block that are features as they are: words, classes, pairs, buckets, syntax, imported names."""

from typing import Final
from zlib import crc32

import numpy as np

from codegraft.programs.features.facts import Facts
from codegraft.programs.features.patterns import GROUPS, PAIRS, group_of, pair_table
from codegraft.programs.features.schema import COUNTS, NODE_KINDS, PARTS, SLICES
from codegraft.programs.features.tally import COUNT_ROWS, COUNTED, MARKS, Tally
from codegraft.programs.features.tokens import BUCKETS
from codegraft.programs.features.vocabulary import CODES
from codegraft.programs.features.vocabulary import GROUPS as WORD_GROUPS
from codegraft.programs.units import IMPORT, Ints
from codegraft.symbols.python.kinds import KINDS

_PAIR_TABLE: Final = pair_table().ravel().astype(np.int64)
_MIXER: Final = 0x9E3779B1


def count_words(facts: Facts, tally: Tally) -> None:
    """Count what :data:`COLUMNS` are made of, but for what other parts count."""
    _count_tokens(facts, tally)
    _count_syntax(facts, tally)
    _count_imported(facts, tally)


def _count_tokens(facts: Facts, tally: Tally) -> None:
    tokens, block = facts.tokens, facts.block
    tally.count("tokens", block)
    tally.count("words", block, tokens.word)
    tally.count("classes", block, tokens.kind)
    for part in tokens.parts:
        tally.count("part_buckets", block, part)
    group = group_of(tokens.word, tokens.kind)
    pair = _PAIR_TABLE[group[:-1] * GROUPS + group[1:]]
    tally.count("pairs", block[1:], np.where(facts.follows, pair, -1))
    bigram = _bucket(tokens.bucket[:-1] * BUCKETS + tokens.bucket[1:], "bigram_buckets")
    tally.count("bigram_buckets", block[1:], np.where(facts.follows, bigram, -1))


def _count_syntax(facts: Facts, tally: Tally) -> None:
    kind = facts.tree.kind.astype(np.int64)
    tally.count("nodes", facts.node_block, kind)
    tally.count("nested_buckets", facts.node_block, _bucket(facts.above.astype(np.int64) * 64 + kind, "nested_buckets"))


def _count_imported(facts: Facts, tally: Tally) -> None:
    units = facts.units
    rows = (units.kind == IMPORT).nonzero()[0].tolist()
    width = COUNTED["import_buckets"]
    parts = [(row, crc32(part) % width) for row in rows for part in units.name[row].split(b".") if part]
    if parts:
        unit, bucket = np.array(parts, dtype=np.int64).T
        tally.count("import_buckets", facts.blocks.of_unit[unit], bucket)


def _bucket(code: Ints, name: str) -> Ints:
    """The hash bucket of each code, in so many as the name has."""
    return ((code * _MIXER & 0xFFFFFFFF) * COUNTED[name]) >> 32


def _sources() -> tuple[Ints, Ints]:
    found: dict[int, int] = {}

    def take(part: str, rows: "list[int] | range") -> None:
        found.update(zip(range(SLICES[part].start, SLICES[part].stop), rows, strict=True))

    words, pairs, nodes = (COUNT_ROWS[name].start for name in ("words", "pairs", "nodes"))
    for part in ("keyword", "operator", "punctuation", "builtin", "library", "method", "declaration"):
        take(part, [words + CODES[word.encode()] for word in WORD_GROUPS[part]])
    logic = len(PARTS["logic_pairs"].docs)
    take("logic_pairs", range(pairs, pairs + logic))
    take("habit_pairs", range(pairs + logic, pairs + len(PAIRS)))
    take("nodes", [nodes + KINDS[kind] for kind in NODE_KINDS])
    for part in ("classes", "nested_buckets", "import_buckets", "part_buckets", "bigram_buckets"):
        take(part, range(COUNT_ROWS[part].start, COUNT_ROWS[part].stop))
    for part in ("complexity", "quality", "eras", "statistics"):
        for column, name in enumerate(PARTS[part].docs, SLICES[part].start):
            if COUNTED.get(name) == 1 and column - SLICES[part].start in COUNTS[part]:
                found[column] = COUNT_ROWS[name].start
            if name in MARKS:
                found[column] = COUNT_ROWS["marks"].start + MARKS.index(name)
    columns, rows = np.array(list(found.items()), dtype=np.int64).T
    return columns, rows


COLUMNS, ROWS = _sources()
"""Columns of features that are counts as they are, and the rows of ``Totals.counts`` where each stands."""
