"""Code -> features of its units: what everybody calls.

FeatureExtractor().extract("print(1)")  # float32 [units, 978]
"""

from collections.abc import Iterator, Sequence
from typing import Final
from zlib import crc32

import numpy as np

from codegraft.bulk import collector_paused
from codegraft.errors import ProgramError
from codegraft.programs.features.complexity import complexity
from codegraft.programs.features.context import context, degrees
from codegraft.programs.features.eras import eras, history_row
from codegraft.programs.features.facts import Columns, Facts, Floats, scaled, share
from codegraft.programs.features.identity import Names, fill_identity
from codegraft.programs.features.patterns import GROUPS, PAIRS, group_of, pair_table
from codegraft.programs.features.quality import quality
from codegraft.programs.features.schema import COUNTS, FEATURE_NAMES, NODE_KINDS, PARTS, SLICES
from codegraft.programs.features.statistics import bins, statistics
from codegraft.programs.features.tokens import BUCKETS, Lexicon
from codegraft.programs.features.variables import means, scaled_numbers, variable_numbers
from codegraft.programs.features.vocabulary import CODES
from codegraft.programs.features.vocabulary import GROUPS as WORD_GROUPS
from codegraft.programs.graph import ProgramGraph
from codegraft.programs.history import FileHistory
from codegraft.programs.reading import Source, original, read_source
from codegraft.programs.units import IMPORT, VARIABLE, Ints, Units
from codegraft.programs.units_of import units_of
from codegraft.symbols.python.kinds import KINDS

LANGUAGES: Final = ("python", "java", "javascript", "typescript")
"""Languages whose features can be extracted."""

_BATCH_BYTES: Final = 1 << 18
_WORD_PARTS: Final = {
    part: np.array([CODES[word.encode()] for word in WORD_GROUPS[part]])
    for part in ("keyword", "operator", "punctuation", "builtin", "library", "method", "declaration")
}
_NODE_KINDS: Final = np.array([KINDS[kind] for kind in NODE_KINDS])
_PAIR_TABLE: Final = pair_table().ravel()
_BIGRAMS: Final = len(PARTS["bigram_buckets"].docs)
_NESTED: Final = len(PARTS["nested_buckets"].docs)
_IMPORTED: Final = len(PARTS["import_buckets"].docs)
_MIXER: Final = 0x9E3779B1
_COUNTED_PARTS: Final = (
    *(*_WORD_PARTS, "classes", "logic_pairs", "habit_pairs", "nodes", "nested_buckets", "import_buckets"),
    *("part_buckets", "bigram_buckets"),
)
"""Parts of counts by block alone."""
_COUNTED: Final = np.concatenate([np.arange(SLICES[part].start, SLICES[part].stop) for part in _COUNTED_PARTS])


class FeatureExtractor:
    """Features of programs. What it keeps of words and names is for speed alone: results depend on no earlier call."""

    def __init__(self) -> None:
        self._lexicon = Lexicon()
        self._names = Names()

    def extract(self, code: str | bytes, language: str = "python") -> Floats:
        """[n, 978] features of the units of a program; ``FEATURE_NAMES`` names the columns.

        Never fails on what a text says: what cannot be read is told by columns of ``quality``.

        Raises:
            ProgramError: the language is none of ``LANGUAGES``.
        """
        return self.graph(code, language).x

    def graph(self, code: str | bytes, language: str = "python", history: FileHistory | None = None) -> ProgramGraph:
        """The units of a program, their features and how they refer to each other; ``history`` is its file's."""
        return self.graphs([code], language, [history])[0]

    def graphs(
        self,
        codes: Sequence[str | bytes],
        language: str = "python",
        histories: Sequence[FileHistory | None] | None = None,
    ) -> list[ProgramGraph]:
        """What :meth:`graph` gives for each program; faster than one by one where they are small."""
        if language not in LANGUAGES:
            raise ProgramError(f"language {language!r}: expected one of {', '.join(LANGUAGES)}")
        known: list[FileHistory | None] = [None] * len(codes) if histories is None else list(histories)
        found: list[ProgramGraph] = []
        with collector_paused():
            for batch in _batches(codes, language):
                found += self._graphs(batch, known[len(found) : len(found) + len(batch)])
        return found

    def _graphs(self, sources: list[Source], histories: list[FileHistory | None]) -> list[ProgramGraph]:
        lengths = np.array([len(source.text) + 1 for source in sources], dtype=np.int64)
        offsets = np.concatenate([[0], np.cumsum(lengths)])
        tree, units = units_of(sources, offsets)
        texts = [source.text for source in sources]
        languages = [source.language for source in sources]
        tokens = self._lexicon.read(list(zip(languages, texts, strict=True)), offsets[:-1])
        facts = Facts(texts, languages, offsets, tokens, tree, units)
        x = self._features(facts, sources, histories)
        return [
            _part(x, units, source, offset, number)
            for number, (source, offset) in enumerate(zip(sources, offsets.tolist(), strict=False))
        ]

    def _features(self, facts: Facts, sources: list[Source], histories: list[FileHistory | None]) -> Floats:
        x = np.zeros((len(facts.units.kind), len(FEATURE_NAMES)), dtype=np.float32)
        fill_identity(x, facts, self._names)
        x[:, SLICES["degrees"]] = scaled(degrees(facts))
        x[:, SLICES["context"]] = _stacked("context", context(facts))
        x[:, SLICES["language"]] = _language(facts)
        numbers = variable_numbers(facts)
        x[facts.units.kind == VARIABLE, SLICES["variable"]] = scaled_numbers(numbers)
        rows = facts.blocks.row
        parts, bigrams = _part_counts(facts), _bigram_counts(facts)
        counted = _count_parts(facts) | {"part_buckets": parts, "bigram_buckets": bigrams}
        x[rows[:, None], _COUNTED] = scaled(np.concatenate([counted[part] for part in _COUNTED_PARTS], axis=1))
        for name, values in bins(facts).items():
            x[rows, SLICES[name]] = values
        x[rows, SLICES["class_shares"]] = share(facts.classes, facts.token_count[:, None])
        x[rows, SLICES["variable"]] = means(facts, numbers)
        x[rows, SLICES["complexity"]] = _stacked("complexity", complexity(facts))
        problems = [source.problems for source in sources]
        x[rows, SLICES["quality"]] = _stacked("quality", quality(facts, numbers, problems))
        x[rows, SLICES["statistics"]] = _stacked("statistics", statistics(facts, parts, bigrams))
        x[rows, SLICES["eras"]] = _stacked("eras", eras(facts, histories))
        for text, history in enumerate(histories):
            if history is not None:
                x[rows[facts.text_of[rows] == text], SLICES["history"]] = history_row(history)
        return x


def _batches(codes: Sequence[str | bytes], language: str) -> Iterator[list[Source]]:
    """Programs that are worked on together: some of them, of Java one."""
    batch: list[Source] = []
    size = 0
    for code in codes:
        source = read_source(code, language)
        if batch and (size + len(source.text) > _BATCH_BYTES or language == "java"):
            yield batch
            batch, size = [], 0
        batch.append(source)
        size += len(source.text)
    if batch:
        yield batch


def _stacked(part: str, values: Columns) -> Floats:
    """[rows, columns] of a part, from arrays by column; counts are scaled."""
    docs = PARTS[part].docs
    found = np.empty((len(docs), len(next(iter(values.values())))), dtype=np.float32)
    for row, name in zip(found, docs, strict=True):
        row[:] = values[name]
    found[COUNTS[part]] = scaled(found[COUNTS[part]])
    return found.T


def _language(facts: Facts) -> Floats:
    says = {"python": (1, 0, 0, 0), "java": (0, 1, 1, 1), "javascript": (0, 0, 1, 0), "typescript": (0, 0, 1, 1)}
    return np.array([says[language] for language in facts.languages], dtype=np.float32)[facts.text_of]


def _count_parts(facts: Facts) -> dict[str, Ints]:
    """Counts by block: words, classes, pairs of neighbours, kinds of syntax and how they nest, imported names."""
    words = {name: facts.words[:, codes] for name, codes in _WORD_PARTS.items()}
    tokens, tree = facts.tokens, facts.tree
    group = group_of(tokens.word, tokens.kind)
    pair = np.where(facts.follows, _PAIR_TABLE[group[:-1] * GROUPS + group[1:]], -1).astype(np.int64)
    pairs = facts.counted(facts.block[1:], pair, len(PAIRS))
    logic = SLICES["logic_pairs"].stop - SLICES["logic_pairs"].start
    above = tree.kind[np.maximum(tree.parent, 0)].astype(np.int64)
    nested = ((above * 64 + tree.kind) * _MIXER & 0xFFFFFFFF) * _NESTED >> 32
    return {
        **words,
        "classes": facts.classes,
        "logic_pairs": pairs[:, :logic],
        "habit_pairs": pairs[:, logic:],
        "nodes": facts.nodes[:, _NODE_KINDS],
        "nested_buckets": facts.counted(facts.node_block, nested, _NESTED),
        "import_buckets": _imported(facts),
    }


def _part_counts(facts: Facts) -> Ints:
    first, last = facts.tokens.parts
    return facts.counted(facts.block, first, BUCKETS) + facts.counted(facts.block, last, BUCKETS)


def _bigram_counts(facts: Facts) -> Ints:
    bucket = facts.tokens.bucket
    mixed = ((bucket[:-1] * BUCKETS + bucket[1:]) * _MIXER & 0xFFFFFFFF) * _BIGRAMS >> 32
    return facts.counted(facts.block[1:], np.where(facts.follows, mixed, -1), _BIGRAMS)


def _imported(facts: Facts) -> Ints:
    units = facts.units
    rows = np.flatnonzero(units.kind == IMPORT)
    parts = [(row, crc32(part) % _IMPORTED) for row in rows.tolist() for part in units.name[row].split(b".") if part]
    unit, bucket = np.array(parts, dtype=np.int64).reshape(-1, 2).T
    return facts.counted(facts.blocks.of_unit[unit], bucket, _IMPORTED)


def _part(x: Floats, units: Units, source: Source, offset: int, number: int) -> ProgramGraph:
    """The graph of one text of a batch."""
    low, high = int(units.first[number]), int(units.first[number + 1])
    first, last = np.searchsorted(units.edges[0], [low, high])
    edges = units.edges[:, first:last]
    return ProgramGraph(
        x=x[low:high],
        edge_index=edges[:2] - low,
        edge_type=edges[2].astype(np.uint8),
        kind=units.kind[low:high],
        start=original(source, units.start[low:high] - offset).astype(np.int32),
        end=original(source, units.end[low:high] - offset).astype(np.int32),
        problems=source.problems,
    )
