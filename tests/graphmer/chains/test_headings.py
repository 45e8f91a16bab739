"""What stands before the code of a window."""

import numpy as np
import pytest

from codegraft.graphmer.chains.headings import write_headings
from codegraft.graphmer.chains.scopes import Scopes
from codegraft.graphmer.chains.tokenizer import CodeTokenizer

LETTERS = CodeTokenizer.train(["x"], 262)

NONE = np.zeros(0, np.int64)
SCOPES = Scopes(
    entity=np.array([2, 0, 1]),
    file=np.array([0, 0, 1]),
    start=NONE,
    name=NONE,
    end=NONE,
    parent=np.array([-1, 0, -1]),
    depth=np.array([0, 1, 0]),
)


def headings(most=100):
    return write_headings(["a/b.py", "c.py"], SCOPES, ["run", "stop", "Cart"], LETTERS, most)


def test_headings_name_the_file_and_what_is_around():
    assert headings().texts == ["a/b.py\n", "c.py\n", "a/b.py Cart\n", "a/b.py Cart.run\n", "c.py stop\n"]


def test_code_outside_definitions_has_the_heading_of_its_file():
    rows = headings().row(np.array([0, 1, 0, 1]), np.array([-1, -1, 1, 2]))
    assert rows.tolist() == [0, 1, 3, 4]


@pytest.mark.parametrize("most", [3, 8, 100])
def test_a_long_heading_keeps_its_end(most):
    short = headings(most)
    whole = headings().texts
    assert short.texts == [text[-most:] for text in whole]
    tokens = np.split(short.tokens, short.offsets[1:-1])
    assert [LETTERS.decode(row) for row in tokens] == short.texts
