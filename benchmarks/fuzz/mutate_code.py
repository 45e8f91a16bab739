"""Changes that only source code can suffer: what nests, what chains, what names, what lines end with."""

import random
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from benchmarks.fuzz.mutate_bytes import LONGEST, changed, size_of, spliced

DEEPEST: Final = 10_000
"""Levels of nesting, and links of a chain."""

_DEEP_SHARE: Final = 0.01
"""Of the changes that repeat, those that may repeat so often; others do so up to 60 times."""

_BRACKETS: Final = (b"()", b"[]", b"{}", b"<>")

_CHAINS: Final[Mapping[str, Sequence[bytes]]] = {
    "python": (
        *(b".a()", b".b", b"[0]", b"(x)", b" + 1", b" and x", b" if a else b", b", x", b" = y", b" < 2", b"**2"),
        *(b"not ", b"-", b"lambda: ", b"lambda x: x(", b"await ", b"*", b"yield ", b"f'{", b"'", b'"""', b"\\\n"),
        *(b"@d\n", b"if x: ", b"elif x:\n pass\n", b"import a\n", b"from . import a\n", b"from a import *\n"),
        *(b"class A(A):\n ", b"def f():\n ", b"x = x.x\n", b"a, b = b, a\n", b"del x\n", b"global x\n", b"# c\n"),
        *(b"for x in y:\n ", b"try:\n pass\nfinally:\n ", b"with a as b, ", b"match x:\n case [a, *b]: pass\n"),
        *(b"print >>x, ", b"exec 'x' in y\n", b"`x`", b"a: int = 1\n", b"async ", b"x := (", b"%s", b"{a: b, **"),
    ),
    "java": (
        *(b".a()", b".b", b"[0]", b"(x)", b" + 1", b" && x", b" ? a : b", b", x", b" = y", b" instanceof A", b"++"),
        *(b"!", b"-", b"() -> ", b"x -> y(", b"new A(", b"(A) ", b"A<", b"A::b", b'"', b'"""\n', b"'", b"/*", b"//"),
        *(b"@D ", b"if (x) ", b"else if (x) {}", b"import a.b;\n", b"import static a.*;\n", b"package a.b;\n"),
        *(b"class A extends A {", b"void f() {", b"x = x.x;\n", b"int a, b[];", b"enum E { A, B { } ; ", b"record R("),
        *(b"for (;;) ", b"try { } catch (A | B e) {", b"switch (x) { case 1 -> ", b"interface I<T extends I<T>> {"),
        *(b"static ", b"var x = ", b"while (x) ", b"synchronized (x) {", b"throw ", b"return "),
        *(b"\\u0041", b"@interface "),
    ),
    "javascript": (
        *(b".a()", b"?.b", b"[0]", b"(x)", b" + 1", b" && x", b" ? a : b", b", x", b" = y", b" ?? 2", b"`", b"${"),
        *(b"!", b"async () => ", b"x => ", b"new A(", b"...x", b"/a/g", b"function* f() {", b"class A extends A {"),
        *(b"if (x) ", b"else if (x) {}", b"import a from 'b'\n", b"export default ", b"<a>"),
        *(b"{a, b: c} = ", b"//", b"/*", b"<T>("),
        *(b": number", b"interface I { a: ", b"type T<U> = U extends ", b"enum E {", b"as any", b"@d ", b"declare "),
    ),
}  # fmt: skip


def _chain(draws: random.Random, text: bytes, language: str) -> bytes:
    at = draws.randrange(len(text) + 1)
    link = draws.choice(_CHAINS[language])
    return text[:at] + link * min(_often(draws), LONGEST // len(link)) + text[at:]


def _often(draws: random.Random) -> int:
    return size_of(draws, DEEPEST if draws.random() < _DEEP_SHARE else 60)


def _nest(draws: random.Random, text: bytes, language: str) -> bytes:
    at = draws.randrange(len(text) + 1)
    end = at + size_of(draws, 40)
    bracket, often = draws.choice(_BRACKETS), _often(draws)
    return text[:at] + bracket[:1] * often + text[at:end] + bracket[1:] * draws.choice((often, often, 0)) + text[end:]


def _indent(draws: random.Random, text: bytes, language: str) -> bytes:
    """Blocks in blocks, each a column further to the right."""
    often = min(_often(draws), 400)
    head = draws.choice((b"if x:", b"class A:", b"def f():", b"for a in b:", b"{"))
    return text + b"\n" + b"".join(b" " * level + head + b"\n" for level in range(often)) + b" " * often + b"pass\n"


def _name(draws: random.Random, text: bytes, language: str) -> bytes:
    """Another name for one that is there: huge, odd, or one of the language's own."""
    names = list(re.finditer(rb"[A-Za-z_]\w*", text))
    if not names:
        return text
    huge = b"a" * size_of(draws, 50_000 if draws.random() < 0.05 else 300)
    odd = (
        huge,
        b"self",
        b"super",
        b"__init__",
        b"this",
        b"class",
        b"\xc3\xa9t\xc3\xa9",
        b"\xf0\x9f\x90\x8d",
        b"1a",
        b"_",
        b"__all__",
    )
    old, new = draws.choice(names), draws.choice((*odd, draws.choice(names).group()))
    if draws.random() < 0.3:
        return text.replace(old.group(), new)[:LONGEST]
    return text[: old.start()] + new + text[old.end() :]


def _spell(draws: random.Random, text: bytes, language: str) -> bytes:
    """Bytes that are odd in text: null, marks of order, halves of pairs, ends of lines, tabs."""
    odd = (
        b"\0",
        b"\xef\xbb\xbf",
        b"\xed\xa0\x80",
        b"\xff\xfe",
        b"\r",
        b"\r\n",
        b"\x0c",
        b"\t",
        b"\xe2\x80\xa8",
        b"\x1b[2J",
        b"\xc2\x85",
        b"\\",
    )
    at = draws.randrange(len(text) + 1)
    return text[:at] + draws.choice(odd) * size_of(draws, 5) + text[at:]


def _ends(draws: random.Random, text: bytes, language: str) -> bytes:
    end = draws.choice((b"\r\n", b"\r", b"\n\n", b"\n\t", b";", b"\\\n", b""))
    lines = text.split(b"\n")
    return b"".join(line + (end if draws.random() < 0.5 else b"\n") for line in lines)


def _lines(draws: random.Random, text: bytes, language: str) -> bytes:
    """Lines in another order, or some of them again."""
    lines = text.split(b"\n")
    at, to = draws.randrange(len(lines)), draws.randrange(len(lines))
    some = lines[at : at + size_of(draws, 10)]
    shift = draws.choice((b"", b"", b"    ", b"\t"))
    return b"\n".join([*lines[:to], *(shift + line for line in some), *lines[to:]])


_CHANGES: Final[Sequence[Callable[[random.Random, bytes, str], bytes]]] = (
    *(_chain, _chain, _chain, _nest, _nest, _indent, _name, _name, _spell, _ends, _lines, _lines),
)


def code(draws: random.Random, language: str, valid: Sequence[bytes]) -> bytes:
    """Source code that once was valid."""
    text = draws.choice(valid)
    if draws.random() < 0.3:
        text = changed(draws, text, valid)
    for _ in range(draws.randint(0, 3)):
        text = draws.choice(_CHANGES)(draws, text, language)
    if draws.random() < 0.05:
        text = spliced(draws, text, draws.choice(valid))
    return text[:LONGEST]
