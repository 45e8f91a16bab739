"""Readers of source code: both analyses, the nodes of snapshots, the features of programs, mutants, functions."""

import hashlib
import random
import uuid
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from benchmarks.fuzz.guard import forbidding
from benchmarks.fuzz.mutate_code import code
from benchmarks.fuzz.target import Input, Target
from codegraft.graphmer.search.functions import functions_of
from codegraft.kg.build.checkout import decode_leniently
from codegraft.programs.features.extractor import FeatureExtractor
from codegraft.programs.imports import without_imports
from codegraft.programs.mutate import mutants, slips
from codegraft.snapshot.extract.normalise import SourceFile as SnapshotFile
from codegraft.snapshot.extract.normalise import normalise
from codegraft.symbols.analyse import analyse
from codegraft.symbols.model import SourceFile
from tests.programs.features.programs import OF_LANGUAGE
from tests.symbols.sources import library_files

_SNAPSHOT: Final = uuid.UUID(int=1)
_LONGEST: Final = 600
"""Bytes of a valid text: long ones are slower, not stranger."""


def _python() -> list[bytes]:
    files = [text for text in library_files(400).values() if len(text) > 100]
    return [OF_LANGUAGE["python"].encode(), *(_piece(text, b"\n\n\n") for text in files)]


def _java() -> list[bytes]:
    files = [file.read_bytes() for file in sorted(Path("data/java_sample/src").rglob("*.java"))]
    heads = [text[: text.find(b"{") + 1] for text in files]
    members = [_piece(text, b"\n\n") for text in files]
    return [
        OF_LANGUAGE["java"].encode(),
        *(head[-400:] + some + b"\n}\n" for head, some in zip(heads, members, strict=True)),
    ]


def _piece(text: bytes, between: bytes) -> bytes:
    """Some of what stands in a file between empty lines."""
    if len(text) <= _LONGEST:
        return text
    begin = text.find(between, len(text) // 3) + len(between)
    end = text.rfind(between, begin, begin + _LONGEST)
    return text[begin : end if end > begin else begin + _LONGEST]


def _file(text: bytes, number: int, language: str) -> tuple[SourceFile, bytes]:
    clean, _ = decode_leniently(text, language)
    path = f"pkg/m{number}.py" if language == "python" else f"pkg/M{number}.java"
    return SourceFile(path, language, hashlib.sha256(clean).hexdigest(), clean.count(b"\n") + 1), clean


def _analyse(texts: Sequence[bytes], language: str) -> None:
    """Names within a repository of these files, and their nodes in a snapshot."""
    files = [_file(text, number, language) for number, text in enumerate(texts)]
    analyse(language, files)
    for file, text in files:
        normalise(SnapshotFile("repo", file.path, language, file.sha256, text.decode()), _SNAPSHOT)


def _features(texts: Sequence[bytes], language: str, extractor: FeatureExtractor) -> None:
    extractor.graphs(texts, language)


def _changes(texts: Sequence[bytes], language: str) -> None:
    """Mutants of programs, and the programs without their imports."""
    for text in texts:
        program = text.decode("utf-8", "surrogateescape")
        without_imports(program, language)
        if language == "python":
            mutants(program, seed=0, limit=3)
            slips(program, seed=0, limit=3)


def _search(texts: Sequence[bytes], language: str) -> None:
    for text in texts:
        functions_of(decode_leniently(text, language)[0], language)


def _target(
    name: str, language: str, valid: Sequence[bytes], read: Callable[[Sequence[bytes]], None], together: int
) -> Target:  # fmt: skip
    grammar = "javascript" if language == "typescript" else language

    def read_all(inputs: Sequence[Input], place: Path) -> None:
        with forbidding():
            read([content for content in inputs if isinstance(content, bytes)])

    return Target(name, partial(_draw, language=grammar, valid=valid), read_all, valid, together)


def _draw(draws: random.Random, language: str, valid: Sequence[bytes]) -> Input:
    return code(draws, language, valid)


def targets() -> Iterator[Target]:
    """All of them."""
    texts = {"python": _python(), "java": _java()}
    texts |= {name: [OF_LANGUAGE[name].encode(), *_PIECES] for name in ("javascript", "typescript")}
    for language in ("python", "java"):
        read = partial(_analyse, language=language)
        yield _target(f"analyse {language}", language, texts[language], read, 32)
    for language, valid in texts.items():
        features = partial(_features, language=language, extractor=FeatureExtractor())
        yield _target(f"features {language}", language, valid, features, 32)
    for language in ("python", "java"):
        yield _target(f"rewrite {language}", language, texts[language], partial(_changes, language=language), 4)
        yield _target(f"functions {language}", language, texts[language], partial(_search, language=language), 8)


_PIECES: Final = (
    b"for (const [a, b] of Object.entries(x)) { if (a) continue; else break }\nlabel: do { y-- } while (y)\n",
    b"async function* g({a, b = 1}, ...rest) { try { yield* await f(a ?? b) } catch { throw `${a}` } finally {} }\n",
    b"const o = { get a() { return this.#p }, [k]: v, m() {}, ...s };\nswitch (x) { case 1: default: debugger }\n",
    b"var require; const fs = require('fs'), x = /re[gx]/gi.test(s) ? a?.b?.[c] : void 0;\nexport default class {}\n",
)  # fmt: skip
"""JavaScript that the small programs lack."""
