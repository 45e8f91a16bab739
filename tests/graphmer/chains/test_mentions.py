"""Where code names things."""

import re

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from codegraft.graphmer.chains.mentions import find_definitions, find_tails, find_words
from codegraft.graphmer.chains.tokenizer import CodeTokenizer

LETTERS = CodeTokenizer.train(["x"], 262)


def definitions(*rows):
    columns = zip(*rows, strict=True)
    return pa.table(dict(zip(("type", "name", "language", "start", "end"), map(list, columns), strict=True)))


@pytest.mark.parametrize(
    ("text", "type_", "name", "at"),
    [
        ("def f(f): pass", "Function", "f", 4),
        ("async  def f(): pass", "Function", "f", 11),
        ("@f.setter\ndef f(self): pass", "Method", "f", 14),
        ("@deco(klass=ff)\nclass ff: pass", "Class", "ff", 22),
        ("class Flat(F):\n    class F: pass", "Class", "F", 25),
        ("lambda f: f", "Function", "<lambda1>", -1),
        ("é = 1\ndef é(): pass", "Function", "é", 11),
        ("def \\\n  f(): pass", "Function", "f", 8),
    ],
)
def test_a_python_definition_gives_its_name(text, type_, name, at):
    table = definitions((type_, name, "python", 0, len(text.encode())))
    assert find_definitions([text.encode()], np.zeros(1, np.int64), table).tolist() == [at]


@pytest.mark.parametrize(
    ("text", "type_", "name", "at"),
    [
        ("public class Cart<T> { Cart() {} }", "Class", "Cart", 13),
        ("@A(Cart.class) record Cart(int n) {}", "Class", "Cart", 22),
        ("@interface Mark { }", "Annotation", "Mark", 11),
        ("enum Size { S }", "Class", "Size", 5),
        ("@run(1) int run (int n) { return run(n); }", "Method", "run", 12),
        ("int rerun() { run(); }", "Method", "run", 14),
        ("Cart() { }", "Method", "<init>", -1),
        ("x -> run(x)", "Function", "<lambda1>", -1),
    ],
)
def test_a_java_definition_gives_its_name(text, type_, name, at):
    table = definitions((type_, name, "java", 0, len(text)))
    assert find_definitions([text.encode()], np.zeros(1, np.int64), table).tolist() == [at]


def test_a_definition_is_looked_for_inside_its_span_and_file():
    texts = [b"def a(): 0\ndef b(): 0", b"def b(): 0"]
    table = definitions(
        ("Function", "b", "python", 11, 21), ("Function", "b", "python", 0, 10), ("Function", "b", "python", 0, 10)
    )
    assert find_definitions(texts, np.array([0, 1, 0]), table).tolist() == [15, 4, -1]
    assert find_definitions(texts, np.array([-1, -1, 0]), table).tolist() == [-1, -1, -1]


@pytest.mark.parametrize("type_", ["Module", "File", "Repository", "Variable", "BuildTarget"])
def test_other_entities_are_not_defined_by_a_name(type_):
    table = definitions((type_, "f", "python", 0, 10))
    assert find_definitions([b"def f(): 0"], np.zeros(1, np.int64), table).tolist() == [-1]


NAMES = ("a", "ab", "b1", "_x", "é")
TEXTS = st.lists(st.lists(st.sampled_from([*NAMES, " ", ".", "(", "\n"]), max_size=15).map("".join), max_size=4)


@given(TEXTS, st.data())
def test_tails_are_found_wherever_their_window_spells_them(texts, data):
    encoded = LETTERS.encode(texts)
    words = find_words(texts, encoded, LETTERS, NAMES)
    pairs = st.tuples(st.integers(0, len(texts) - 1), st.integers(0, len(NAMES) - 1))
    asked = data.draw(st.lists(pairs, max_size=6)) if texts else []
    window, name = (np.array([pair[side] for pair in asked], np.int64) for side in (0, 1))
    found = find_tails(words, window, name)
    for row, (place, number) in enumerate(asked):
        spelled = re.finditer(r"[a-z0-9_é]+", texts[place])
        expected = [len(texts[place][: match.start()].encode()) for match in spelled if match[0] == NAMES[number]]
        mentions = found.word[slice(*found.offsets[row : row + 2])]
        assert (words.first[mentions] - encoded.offsets[place]).tolist() == expected
        assert (words.length[mentions] == len(NAMES[number].encode())).all()


@given(TEXTS)
def test_words_know_their_window(texts):
    words = find_words(texts, LETTERS.encode(texts), LETTERS, NAMES)
    assert np.diff(words.offsets).tolist() == [len(re.findall(r"[a-z0-9_é]+", text)) for text in texts]
