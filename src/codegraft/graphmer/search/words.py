"""The words of names and of prose: lower case, parts of camelCase and snake_case apart, endings taken off."""

import re
from functools import cache
from typing import Final

_SMALL: Final = r"[^\W\d_A-Z]"
_WORD: Final = re.compile(rf"[A-Z]+(?=[A-Z]{_SMALL})|[A-Z]?{_SMALL}+|[A-Z]+|\d+")
_DOUBLED: Final = re.compile(r"([bdfgmnprt])\1$")
_VOWEL: Final = re.compile(r"[aeiouy]")
_LEAST: Final = 3
"""Letters that a word must keep."""


def words_of(text: str) -> list[str]:
    """Words in their order. ``getHTTPResponses2`` are get, http, response, 2."""
    return [stem(word) for word in _WORD.findall(text)]


@cache
def stem(word: str) -> str:
    """A word in lower case without the ending of a plural or verb form: parses, parsed and parsing are ``pars``."""
    word = word.lower()
    if word.endswith("ies") and len(word) > _LEAST + 1:
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > _LEAST:
        word = word[:-1]
    for ending in ("ing", "ed"):
        bare = word.removesuffix(ending)
        if bare != word and len(bare) >= _LEAST and _VOWEL.search(bare):
            return _DOUBLED.sub(r"\1", bare)
    return word[:-1] if word.endswith("e") and len(word) > _LEAST else word
