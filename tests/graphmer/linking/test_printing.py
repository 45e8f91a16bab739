"""Nothing that code is called may move a terminal's cursor."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codegraft.graphmer.linking.printing import shown


@given(st.text(st.characters(categories=("C", "L", "N", "S", "Z"))))
def test_everything_that_is_shown_is_visible(text):
    assert all(sign.isprintable() for sign in shown(text))


@given(st.text(st.characters(categories=("L", "N", "P", "S"))))
def test_what_is_visible_stays(text):
    assert shown(text) == text


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("\x1b[2J", r"\x1b[2J"),
        ("a\nb\r", r"a\nb\r"),
        ("\u202egpj.exe", r"\u202egpj.exe"),
        ("\udcff", r"\udcff"),
        ("größe", "größe"),
    ],
)
def test_escapes_say_what_they_stand_for(text, seen):
    assert shown(text) == seen
