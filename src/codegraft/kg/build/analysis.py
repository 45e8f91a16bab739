"""Texts to code models: each file is read alone, side by side or from the cache, then a repository is linked."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Final

from codegraft.bulk import collector_paused
from codegraft.kg.build.cache import parse_cached
from codegraft.kg.build.texts import Texts
from codegraft.parallel.workers import Workers
from codegraft.symbols.analyse import LINK, PARSE, Facts
from codegraft.symbols.model import CodeModel

_CHUNKS_PER_JOB: Final = 4
"""Pieces of work for each process, so that none waits long for the last."""

_READABLE_CHARACTERS: Final = 40
"""Of a repository's name in the name of its cache."""

_CHUNK_BYTES: Final = 200_000
"""Less text than this is not worth sending to another process."""


def analyse(texts: Texts, workers: Workers, *, cache: Path | None = None) -> tuple[list[CodeModel], int]:
    """The code model of a repository in each of its languages, and how many texts were parsed for them.

    Args:
        texts: the repository.
        workers: who parse.
        cache: directory of what was parsed before; None parses everything.

    Raises:
        KnowledgeGraphError: the cache cannot be written.
        WorkerError: the workers cannot be had, or die.
    """
    models, parsed = [], 0
    for language in sorted(LINK):
        chosen = [(file, text) for file, text in texts.files if file.language == language]
        if chosen:
            files, contents = zip(*chosen, strict=True)
            place = None if cache is None else cache / cache_file_name(texts.repository, language)
            facts, new = parse_cached(place, contents, partial(_parse, language, workers=workers))
            models.append(LINK[language](files, facts, texts.repository))
            parsed += new
    return models, parsed


def cache_file_name(repository: str, language: str) -> str:
    """The name of a repository's cache: any name gives a plain file, and different names give different files."""
    readable = re.sub(r"[^\w-]+", "_", repository, flags=re.ASCII)[:_READABLE_CHARACTERS]
    return f"{readable}-{hashlib.sha256(repository.encode()).hexdigest()[:16]}.{language}.arrow"


def _parse(language: str, texts: Sequence[bytes], *, workers: Workers) -> list[Facts]:
    chunks = list(_chunks(texts, workers.jobs))
    return list(chain.from_iterable(workers.spread(partial(_parse_chunk, language), chunks, f"parse {language}")))


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
