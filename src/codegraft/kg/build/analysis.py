"""Texts to code models: each file is read alone, side by side or from the cache, then a repository is linked."""

import hashlib
import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Final, TypeVar

from codegraft.bulk import collector_paused
from codegraft.kg.build.cache import parse_cached
from codegraft.kg.build.texts import Texts
from codegraft.progress import track
from codegraft.symbols.analyse import LINK, PARSE, Facts
from codegraft.symbols.model import CodeModel

T = TypeVar("T")
R = TypeVar("R")

_CHUNKS_PER_JOB: Final = 4
"""Pieces of work for each process, so that none waits long for the last."""

_READABLE_CHARACTERS: Final = 40
"""Of a repository's name in the name of its cache."""

_CHUNK_BYTES: Final = 200_000
"""Less text than this is not worth sending to another process."""


def analyse(texts: Texts, *, jobs: int = 1, cache: Path | None = None) -> tuple[list[CodeModel], int]:
    """The code model of a repository in each of its languages, and how many texts were parsed for them.

    Args:
        texts: the repository.
        jobs: processes that parse.
        cache: directory of what was parsed before; None parses everything.

    Raises:
        KnowledgeGraphError: the cache cannot be written.
    """
    models, parsed = [], 0
    for language in sorted(LINK):
        chosen = [(file, text) for file, text in texts.files if file.language == language]
        if chosen:
            files, contents = zip(*chosen, strict=True)
            place = None if cache is None else cache / cache_file_name(texts.repository, language)
            facts, new = parse_cached(place, contents, partial(_parse, language, jobs=jobs))
            models.append(LINK[language](files, facts, texts.repository))
            parsed += new
    return models, parsed


def cache_file_name(repository: str, language: str) -> str:
    """The name of a repository's cache: any name gives a plain file, and different names give different files."""
    readable = re.sub(r"[^\w-]+", "_", repository, flags=re.ASCII)[:_READABLE_CHARACTERS]
    return f"{readable}-{hashlib.sha256(repository.encode()).hexdigest()[:16]}.{language}.arrow"


def spread(function: Callable[[T], R], items: Sequence[T], jobs: int, title: str) -> list[R]:
    """``function`` of each item, in order, in so many processes.

    They are forked where the system can: a process that starts anew takes longer to import than to work.
    """
    tracked = track(items, title, total=len(items), unit="piece")
    if jobs == 1 or len(items) < 2:
        return list(map(function, tracked))
    import joblib  # costs a tenth of a second, which a build in one process does without

    pool = joblib.Parallel(jobs, backend="multiprocessing", batch_size=1, max_nbytes=None)
    results: list[R] = pool(joblib.delayed(function)(item) for item in tracked)
    return results


def _parse(language: str, texts: Sequence[bytes], *, jobs: int) -> list[Facts]:
    chunks = list(_chunks(texts, jobs))
    return list(chain.from_iterable(spread(partial(_parse_chunk, language), chunks, jobs, f"parse {language}")))


def _parse_chunk(language: str, texts: Sequence[bytes]) -> list[Facts]:
    with collector_paused():
        return [PARSE[language](text) for text in texts]


def _chunks(texts: Sequence[bytes], jobs: int) -> Iterator[list[bytes]]:
    """Runs of texts of about equal size."""
    share = max(sum(map(len, texts)) / (jobs * _CHUNKS_PER_JOB), _CHUNK_BYTES)
    chunk: list[bytes] = []
    size = 0
    for text in texts:
        chunk.append(text)
        size += len(text)
        if size >= share:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk
