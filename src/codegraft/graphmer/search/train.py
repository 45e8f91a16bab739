"""From sources to a search: which functions teach, which ones settle the mix, and which ones ask."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from codegraft.errors import ModelError
from codegraft.graphmer.chains.parts import Parts
from codegraft.graphmer.chains.tokenizer import CodeTokenizer
from codegraft.graphmer.search.contrastive import Settings, train_embedding, untrained_embedding
from codegraft.graphmer.search.embedding import Embedding
from codegraft.graphmer.search.fields import FieldBags, Fields, code_fields
from codegraft.graphmer.search.functions import Function, functions_of
from codegraft.graphmer.search.pairs import Pairs, pair_of
from codegraft.graphmer.search.ranker import Ranker
from codegraft.graphmer.search.words import words_of
from codegraft.kg.splits.model import Part
from codegraft.progress import track


class SourceFunction(NamedTuple):
    """A function of the sources; ``file`` is the row of its file in their table."""

    repository: str
    path: str
    file: int
    function: Function

    @property
    def fields(self) -> Fields:
        """The words of its code."""
        return code_fields(self.path, self.function)


def source_functions(sources: pa.Table) -> list[SourceFunction]:
    """All functions of a table of :func:`codegraft.sources.read_sources`, in its order."""
    columns = [sources[name].to_pylist() for name in ("repository", "path", "language", "text")]
    rows = enumerate(track(zip(*columns, strict=True), "functions", total=len(sources), unit="file"))
    return [
        SourceFunction(repository, path, file, function)
        for file, (repository, path, language, text) in rows
        for function in functions_of(text.encode(), language)
    ]


class Questions(NamedTuple):
    """n documented functions, each asked for by the words of its documentation.

    ``answer`` int64 [n] is equal where the documentation is.
    """

    functions: FieldBags
    queries: list[list[str]]
    answer: npt.NDArray[np.int64]


def questions_of(functions: Sequence[SourceFunction]) -> Questions:
    """The documented ones among functions, as questions."""
    documented = [function for function in functions if function.function.documentation]
    texts = [function.function.documentation for function in documented]
    _, answer = np.unique(np.array(texts, dtype=np.str_), return_inverse=True)
    bags = FieldBags.of(function.fields for function in documented)
    return Questions(bags, [words_of(text) for text in texts], answer.astype(np.int64))


def parts_of_files(sources: pa.Table, windows: pa.Table) -> Parts:
    """int8 [f] what the code of each file of the sources may be used for, as its windows say; DROPPED without any.

    Args:
        sources: columns repository, path.
        windows: columns repository, file, part, as chains are stored with them.
    """
    columns = (windows[name].to_pylist() for name in ("repository", "file", "part"))
    part = {(repository, file): Part[name.upper()] for repository, file, name in zip(*columns, strict=True)}
    files = zip(sources["repository"].to_pylist(), sources["path"].to_pylist(), strict=True)
    return np.array([part.get(file, Part.DROPPED) for file in files], np.int8)


class SearchMaterial:
    """What a search is trained on: nothing of a file that is held out for testing.

    Args:
        functions: of the sources.
        file_part: int8 [f] of each file of the sources, as :func:`codegraft.graphmer.chains.parts.file_parts` says.
        tokenizer: of the encoder.

    Raises:
        ModelError: there is no function to learn from, or no documented one to validate with.
    """

    def __init__(self, functions: Sequence[SourceFunction], file_part: Parts, tokenizer: CodeTokenizer) -> None:
        self.tokenizer = tokenizer
        learned = [function for function in functions if file_part[function.file] == Part.TRAIN]
        pairs = (
            pair_of(function.repository, function.fields, words_of(function.function.documentation))
            for function in learned
        )
        self.pairs = Pairs([pair for pair in pairs if pair is not None], tokenizer)
        self.questions = questions_of([function for function in functions if file_part[function.file] == Part.VALID])
        if not len(self.pairs) or not self.questions.queries:
            raise ModelError(
                f"search: {len(self.pairs)} functions to learn from and {len(self.questions.queries)} documented ones "
                "to validate with, expected some of both; add sources with documentation"
            )


def train_search(material: SearchMaterial, settings: Settings, seed: int) -> Ranker:
    """An embedding that is learned, and the mix that suits it best on the files of validation."""
    return _with_mix(material, train_embedding(material.pairs, settings, seed), seed)


def untrained_search(material: SearchMaterial, settings: Settings, seed: int) -> Ranker:
    """The same without learning; its mix is fitted likewise."""
    return _with_mix(material, untrained_embedding(material.pairs, settings, seed), seed)


def _with_mix(material: SearchMaterial, embedding: Embedding, seed: int) -> Ranker:
    functions, queries, answer = material.questions
    right = answer[:, None] == answer
    return Ranker.fit(embedding, material.tokenizer, functions, queries, right, {"seed": seed})
