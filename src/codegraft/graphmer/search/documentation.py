"""What documentation says first: docstrings and Javadoc comments as prose in one line."""

import inspect
import re
from typing import Final

_STRING: Final = re.compile(r"[rRuU]?(\"\"\"|'''|\"|')(.*)\1", re.DOTALL)
_BLANK_LINE: Final = re.compile(r"\n[ \t]*\n|<p>", re.IGNORECASE)
_DIRECTIVES: Final = ("!!!", ".. ")
_MARGIN: Final = re.compile(r"^[ \t]*\*+ ?", re.MULTILINE)
_TAGS: Final = re.compile(r"^[ \t]*@\w.*", re.MULTILINE | re.DOTALL)
_MARKUP: Final = re.compile(r"\{@\w+\s*([^{}]*)\}|</?\w[^<>]*>")


def docstring_paragraph(literal: str) -> str:
    """The first paragraph of a docstring as it is written, quotes included; empty for another kind of string.

    Boxes and directives of documentation generators are no paragraphs.
    """
    quoted = _STRING.fullmatch(literal)
    paragraphs = _BLANK_LINE.split(inspect.cleandoc(quoted[2])) if quoted else []
    return next((_one_line(text) for text in paragraphs if not text.startswith(_DIRECTIVES)), "")


def javadoc_paragraph(comment: str) -> str:
    """The first paragraph of a Javadoc comment, without stars, tags and markup."""
    text = _TAGS.sub("", _MARGIN.sub("", comment.removeprefix("/**").removesuffix("*/"))).strip()
    return _one_line(_MARKUP.sub(r"\1", _BLANK_LINE.split(text, maxsplit=1)[0]))


def _one_line(text: str) -> str:
    return " ".join(text.split())
