"""Tokens: every byte is covered, and what they are called."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from codegraft.programs.features.tokens import PATTERNS, Lexicon
from codegraft.programs.features.vocabulary import CLASSES


def classes(code: bytes, language: str = "python") -> list[str]:
    tokens = Lexicon().read([(language, code)], np.array([0]))
    return [CLASSES[kind] for kind in tokens.kind]


@given(st.binary(max_size=300), st.sampled_from(list(PATTERNS)))
def test_tokens_cover_every_byte(code: bytes, language: str) -> None:
    assert b"".join(PATTERNS[language].findall(code)) == code


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (b"x=''", ["name_single", "operator", "string_empty"]),
        (b'"""a"b"""', ["string_triple"]),
        (b"# what\n", ["comment_short"]),
        (b"a//b", ["name_single", "operator", "name_single"]),
        (b"1.5e-3 0x1F 10", ["number_float", "number_other_base", "number_ten"]),
        (b"3 4000 0", ["number_small", "number_large", "number_zero"]),
        (b"snake_case CamelCase camelCase", ["name_snake", "name_pascal", "name_camel"]),
        (b"UPPER __dunder__ _private", ["name_upper", "name_dunder", "name_private"]),
        (b"'\\n' 'a'", ["string_escaped", "string_one"]),
    ],
)
def test_tokens_of_python(code: bytes, expected: list[str]) -> None:
    assert classes(code) == expected


def test_comments_of_java_are_those_of_java() -> None:
    assert classes(b"a /* b */ // c", "java") == ["name_single", "comment_short", "comment_short"]


def test_what_is_known_does_not_change_the_answer() -> None:
    used, code = Lexicon(), b"one = two + 3 # four"
    used.read([("python", b"zzz yyy xxx")], np.array([0]))
    first, second = used.read([("python", code)], np.array([5])), Lexicon().read([("python", code)], np.array([5]))
    for name in ("start", "length", "word", "kind", "bucket", "parts"):
        assert np.array_equal(getattr(first, name), getattr(second, name))
