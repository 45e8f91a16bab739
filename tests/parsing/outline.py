"""Syntax in a form that a test can spell out: one indented line a node."""

from textwrap import dedent

from codegraft.parsing.captures import captures_of
from codegraft.parsing.syntax import Syntax, read_syntax
from codegraft.parsing.vocabulary import ROLES, TEXTS


def outline(language: str, source: str) -> str:
    """Kind, role after a colon, captured texts in braces, and the first characters of leaves."""
    syntax = read_syntax(language, dedent(source).strip().encode())
    return "\n".join(_line(syntax, node) for node in range(len(syntax.start)))


def expected(text: str) -> str:
    return dedent(text).strip()


def kinds(language: str, source: str) -> list[str]:
    return [line.split(":")[0].split(" ")[0] for line in map(str.strip, outline(language, source).split("\n"))]


def _line(syntax: Syntax, node: int) -> str:
    captures = captures_of(syntax.language)
    role = f":{ROLES[syntax.role[node]].partition('.')[2]}" if syntax.role[node] >= 0 else ""
    texts = [
        f"{TEXTS[text.code].partition('.')[2]}={syntax.snippet(text.start, text.end)}"
        for text in syntax.texts
        if text.node == node
    ]
    is_leaf = node not in syntax.parent.tolist()
    snippet = f" {syntax.snippet(int(syntax.start[node]), int(syntax.end[node]))}" if is_leaf and not texts else ""
    braces = f" {{{', '.join(texts)}}}" if texts else ""
    return f"{'  ' * int(syntax.depth[node])}{captures[syntax.capture[node]].name}{role}{braces}{snippet}"
