"""Any bytes -> text that can be read: what is no code or too much is cut or mended, and said."""

import re
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from codegraft.parsing.nodes import Nodes, read_nodes
from codegraft.programs.java_units import java_nodes
from codegraft.programs.script_units import read_script
from codegraft.symbols.java.syntax import JavaSyntax, read_java

MAX_BYTES: Final = 2_000_000
"""Longer texts are cut at the last line that fits."""

DEDENTED, BROKEN, CUT, DAMAGED = (
    "indented as a whole: read without its indentation",
    "not valid code: read as far as it is understood",
    "too long, too deep or too broken: part of it is left out",
    "not UTF-8, or with null characters: those are replaced",
)
"""What may be said of a text."""


_ASCII: Final = bytes(byte if byte < 128 else ord("?") for byte in range(256))


_INDENTED: Final = re.compile(rb"(?:[ \t\r\f]*\n|[ \t]*#[^\n]*\n)*+[ \t]+[^\s#]")
"""A text whose first line of code is indented: the parser takes it, but Python would not."""


class Source(NamedTuple):
    """A text that was read.

    Attributes:
        language: of the text.
        text: UTF-8 without null characters.
        nodes: its syntax, in the kinds of ``python_nodes.scm``.
        problems: what kept it from being read as it is.
        shift: [lines] bytes that were taken from each line and those before it, ``None`` if none were.
        java: the whole syntax of Java.
    """

    language: str
    text: bytes
    nodes: Nodes
    problems: tuple[str, ...]
    shift: npt.NDArray[np.int64] | None = None
    java: JavaSyntax | None = None


def read_source(code: str | bytes, language: str) -> Source:
    """Read any text. Never fails; time is linear in its length.

    A Python body without its header is dedented first. ``str`` that UTF-8 cannot hold and wrong bytes become ``?``.
    """
    text, problems = _clean(code.encode("utf-8", "replace") if isinstance(code, str) else code)
    if language == "java":
        syntax = read_java(text)
        return _said(Source(language, text, java_nodes(syntax), problems, None, syntax))
    if language != "python":
        return _said(Source(language, text, read_script(language, text), problems))
    nodes = read_nodes(language, text)
    if (nodes.error_line or _INDENTED.match(text)) and (mended := _dedented(text)) is not None:
        dedented, shift = mended
        again = read_nodes(language, dedented)
        if not again.error_line:
            return _said(Source(language, dedented, again, (DEDENTED, *problems), shift))
    return _said(Source(language, text, nodes, problems))


def original(source: Source, positions: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """Bytes of the text that was given, from bytes of the text that was read."""
    if source.shift is None:
        return positions
    breaks = np.flatnonzero(np.frombuffer(source.text, dtype=np.uint8) == ord("\n"))
    return positions + source.shift[np.searchsorted(breaks, positions)]


def _clean(text: bytes) -> tuple[bytes, tuple[str, ...]]:
    problems: list[str] = []
    if len(text) > MAX_BYTES:
        text = text[: text.rfind(b"\n", 0, MAX_BYTES) + 1 or MAX_BYTES]
        problems.append(CUT)
    clean = text
    if not text.isascii():
        try:
            text.decode()
        except UnicodeDecodeError:
            clean = text.translate(_ASCII)
    clean = clean.replace(b"\0", b"?")
    if clean != text:
        problems.append(DAMAGED)
    return clean, tuple(problems)


def _said(source: Source) -> Source:
    broken = (BROKEN,) if source.nodes.error_line or source.nodes.python2_line else ()
    cut = (CUT,) if source.nodes.cut and CUT not in source.problems else ()
    return source._replace(problems=(*source.problems, *broken, *cut)) if broken or cut else source


def _dedented(text: bytes) -> tuple[bytes, npt.NDArray[np.int64]] | None:
    """The text without the indentation that its lines share, and the bytes taken from each line and those before it.

    The first line may have lost its own already.
    """
    lines = text.split(b"\n")
    indents = [len(line) - len(line.lstrip()) for line in lines if line.strip()]
    common = min(indents, default=0) or min(indents[1:], default=0)
    if not common:
        return None
    taken = [min(common, len(line) - len(line.lstrip())) for line in lines]
    dedented = b"\n".join(line[count:] for line, count in zip(lines, taken, strict=True))
    return dedented, np.cumsum(taken)
