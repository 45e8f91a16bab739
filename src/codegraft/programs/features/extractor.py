"""Code -> features of its units: what everybody calls.

FeatureExtractor().extract("print(1)")  # float32 [units, 978]
"""

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np

from codegraft.bulk import collector_paused
from codegraft.errors import ProgramError
from codegraft.programs.features.complexity import complexity, complexity_ratios, count_complexity
from codegraft.programs.features.context import context, count_context, degrees
from codegraft.programs.features.counting import COLUMNS, ROWS, count_words
from codegraft.programs.features.eras import count_eras, eras, history_row
from codegraft.programs.features.facts import Columns, Facts, Floats, scaled, share, shares
from codegraft.programs.features.identity import Names, fill_identity
from codegraft.programs.features.quality import count_quality, quality, quality_ratios
from codegraft.programs.features.schema import COUNTS, FEATURE_NAMES, PARTS, SLICES
from codegraft.programs.features.statistics import bins, count_statistics, statistics, statistics_ratios
from codegraft.programs.features.tally import Tally, Totals
from codegraft.programs.features.tokens import Lexicon
from codegraft.programs.features.variables import means, scaled_numbers, variable_numbers
from codegraft.programs.graph import ProgramGraph
from codegraft.programs.history import FileHistory
from codegraft.programs.reading import Source, original, read_source
from codegraft.programs.units import VARIABLE, Ints, Units
from codegraft.programs.units_of import units_of

LANGUAGES: Final = ("python", "java", "javascript", "typescript")
"""Languages whose features can be extracted."""

_BATCH_SIZE: Final = 1 << 18
"""Bytes or characters of programs that are worked on together."""
_LANGUAGE: Final = np.array([[1, 0, 0, 0], [0, 1, 1, 1], [0, 0, 1, 0], [0, 0, 1, 1]], dtype=np.float32)
"""The part ``language`` of each of ``LANGUAGES``."""

_OF_UNITS: Final = ("identity", "name_buckets", "degrees", "context", "language")
"""Parts that all units have; the others belong to blocks, ``variable`` to variables, too."""
_PLACES: Final = {
    name: column
    for part in ("complexity", "quality", "statistics", "eras")
    for column, name in enumerate(PARTS[part].docs, SLICES[part].start)
}
"""Columns of the parts that are computed one by one; no two share a name."""
_SCALED: Final = np.array(
    [SLICES[part].start + column for part in PARTS if part not in (*_OF_UNITS, "history") for column in COUNTS[part]]
)
"""Columns of blocks that are counts."""


def _runs() -> list[slice]:
    """Columns of blocks, as few slices as may be."""
    found: list[slice] = []
    for part, columns in SLICES.items():
        if part in _OF_UNITS:
            continue
        begin = found.pop().start if found and found[-1].stop == columns.start else columns.start
        found.append(slice(begin, columns.stop))
    return found


_OF_BLOCKS: Final = _runs()


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
        for batch in _batches(codes, language):
            with collector_paused():  # not over all of them: what is known of a Java program is full of cycles
                sources = [read_source(code, language) for code in batch]
                found += self._graphs(sources, known[len(found) : len(found) + len(batch)])
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
        numbers = variable_numbers(facts)
        totals = _totals(facts, numbers)
        fill_identity(x, facts, self._names)
        x[:, SLICES["degrees"]] = scaled(degrees(facts))
        x[:, SLICES["context"]] = _stacked("context", context(facts, totals))
        x[:, SLICES["language"]] = _language(facts)
        x[facts.units.kind == VARIABLE, SLICES["variable"]] = scaled_numbers(numbers)
        rows = facts.blocks.row
        found = _of_blocks(facts, totals, numbers, sources, histories)
        for columns in _OF_BLOCKS:
            x[rows, columns] = found[columns].T
        for text, history in enumerate(histories):
            if history is not None:
                x[rows[facts.block_text == text], SLICES["history"]] = history_row(history)
        return x


def _totals(facts: Facts, numbers: Ints) -> Totals:
    """Everything that is counted by block, given the ``numbers`` of variables."""
    tally = Tally(facts.blocks)
    count_words(facts, tally)
    count_context(facts, tally)
    count_complexity(facts, tally)
    count_quality(facts, tally, numbers)
    count_statistics(facts, tally)
    count_eras(facts, tally)
    return tally.totals()


def _of_blocks(
    facts: Facts, totals: Totals, numbers: Ints, sources: list[Source], histories: list[FileHistory | None]
) -> Floats:
    """[978, b] the columns of blocks; those of other parts are not there."""
    found = np.empty((len(FEATURE_NAMES), len(facts.blocks)), dtype=np.float32)
    found[COLUMNS] = totals.counts[ROWS]
    ratios = {**complexity_ratios(totals), **quality_ratios(totals), **statistics_ratios(facts, totals)}
    known = shares(ratios)
    columns = {
        **known,
        **complexity(facts, totals),
        **quality(facts, totals, known, [source.problems for source in sources]),
        **statistics(facts, totals, known),
        **eras(facts, totals, histories),
    }
    for name, values in columns.items():
        found[_PLACES[name]] = values
    found[SLICES["variable"]] = means(facts, totals, numbers)
    found[_SCALED] = scaled(found[_SCALED])
    for name, values in bins(totals):
        found[SLICES[name]] = values
    found[SLICES["class_shares"]] = share(totals.group("classes"), totals["tokens"])
    found[SLICES["history"]] = 0
    return found


def _batches(codes: Sequence[str | bytes], language: str) -> Iterator[list[str | bytes]]:
    """Programs that are worked on together: some of them, of Java one."""
    batch: list[str | bytes] = []
    size = 0
    for code in codes:
        if batch and (size + len(code) > _BATCH_SIZE or language == "java"):
            yield batch
            batch, size = [], 0
        batch.append(code)
        size += len(code)
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
    return _LANGUAGE[[LANGUAGES.index(language) for language in facts.languages]][facts.text_of]


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
