"""Where files are cut."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from codegraft.graphmer.chains.scopes import Scopes
from codegraft.graphmer.chains.tokenizer import CodeTokenizer
from codegraft.graphmer.chains.windows import Cuts, cut_file, cut_files, possible_cuts


def scopes(text, *definitions):
    """Definitions of one file by what they start with, what their name is, and what they end with."""
    rows = [
        (start := text.index(first), text.index(name, start), text.index(last, start) + len(last))
        for first, name, last in definitions
    ]
    return scopes_at([(0, *row) for row in rows])


def scopes_at(rows):
    """Definitions by file, start, name and end; how they nest does not matter to cuts."""
    file, start, name, end = (np.array([row[side] for row in sorted(rows)], np.int64) for side in range(4))
    return Scopes(file, file, start, name, end, file, file)


def pieces(text, definitions, roots, tokenizer):
    encoded = tokenizer.encode([text])
    windows = cut_files([text.encode()], encoded, definitions, np.full(len(encoded.tokens), roots))
    starts = encoded.start[windows.offsets[:-1]].tolist()
    content = text.encode()
    return [content[a:b].decode() for a, b in zip(starts, [*starts[1:], len(content)], strict=True)]


def cuts_of(text, definitions):
    return possible_cuts(text.encode(), definitions.start, definitions.name, definitions.end)


CODE = """import a
@mark
def f(
    x,
):
    y
    z

class C:
    def g():
        p
        pp
        ppp
    def h():
        q
r
"""

LETTERS = CodeTokenizer.train(["x"], 262)
"""One token a byte."""

WORDS = CodeTokenizer.train([CODE], 1000)
"""One token a word of ``CODE``."""

DEFINITIONS = scopes(CODE, ("@mark", "f(", "z"), ("class C", "C:", "q"), ("def g", "g()", "ppp"), ("def h", "h()", "q"))


def test_lines_may_be_cut_before_but_for_brackets_and_headers():
    cuts = cuts_of(CODE, DEFINITIONS)
    lines = [CODE[place:].split("\n")[0] for place in cuts.place.tolist()]
    assert lines == [
        "import a",
        "@mark",
        "x,",
        "y",
        "z",
        "class C:",
        "def g():",
        "p",
        "pp",
        "ppp",
        "def h():",
        "q",
        "r",
    ]


def test_code_between_definitions_is_the_least_nested():
    cuts = cuts_of(CODE, DEFINITIONS)
    by_line = dict(
        zip([CODE[place:].split("\n")[0] for place in cuts.place.tolist()], cuts.nesting.tolist(), strict=True)
    )
    assert by_line["import a"] == by_line["@mark"] == by_line["class C:"] == by_line["r"] == 0
    assert 0 < by_line["y"] == by_line["def g():"] < by_line["p"] == by_line["q"]


def test_cuts_are_the_first_bytes_of_lines_and_as_nested_as_definitions_and_indentation_say():
    text = "a\n  b\nclass C:\n\tdef f():\n\t\tx\n)\n\ny"
    cuts = cuts_of(text, scopes(text, ("class C", "C:", "x"), ("def f", "f()", "x")))
    firsts = ["a", "b", "class", "def", "x", "y"]
    assert cuts.place.tolist() == [text.index(first, 8 if first == "x" else 0) for first in firsts[:-1]] + [
        len(text) - 1
    ]
    assert cuts.nesting.tolist() == [0, 2, 0, (1 << 16) + 1, (2 << 16) + 2, 0]


def test_no_indentation_is_as_deep_as_a_definition():
    text = "def f():\n  x\n" + " " * 70_000 + "y\n"
    cuts = cuts_of(text[13:], scopes_at([]))
    assert cuts.nesting.tolist() == [(1 << 16) - 1]
    inside = cuts_of(text, scopes(text, ("def f", "f()", "x")))
    assert inside.nesting.tolist() == [0, (1 << 16) + 2, (1 << 16) - 1]


def plain_cut(cuts, token_start, word_start, room):
    """Window by window: the last of the least nested cuts within reach, else the last word, else wherever it must."""
    windows = [0]
    while len(token_start) - windows[-1] > room[windows[-1]]:
        reach = range(windows[-1] + 1, windows[-1] + room[windows[-1]] + 1)
        at = [(int((token_start < place).sum()), nesting) for place, nesting in zip(*map(list, cuts), strict=True)]
        within = [(nesting, -token) for token, nesting in at if token in reach]
        words = [token for token in reach if word_start[token]]
        windows.append(-min(within)[1] if within else words[-1] if words else reach[-1])
    return windows


@given(st.integers(1, 25), st.integers(0, 2**31), st.integers(0, 12))
def test_cuts_are_those_that_looking_at_one_after_another_finds(tokens, seed, count):
    draw = np.random.default_rng(seed)
    token_start = np.cumsum(draw.integers(1, 4, tokens)).astype(np.int32)
    place = np.unique(draw.integers(0, token_start[-1] + 3, count))
    cuts = Cuts(place, draw.integers(0, 3, len(place)))
    word_start, room = draw.random(tokens) < 0.4, draw.integers(1, 8, tokens)
    assert cut_file(cuts, token_start, word_start, room) == plain_cut(cuts, token_start, word_start, room)


def test_files_without_tokens_have_no_windows():
    encoded = LETTERS.encode(["", "ab", "", ""])
    windows = cut_files([b"", b"ab", b"", b""], encoded, scopes_at([]), np.full(2, 9))
    assert (windows.offsets.tolist(), windows.file.tolist()) == ([0, 2], [1])
    nothing = cut_files([], LETTERS.encode([]), scopes_at([]), np.empty(0, np.int64))
    assert (nothing.offsets.tolist(), nothing.file.tolist(), nothing.file.dtype) == ([0], [], np.int64)


def test_definitions_count_before_indentation():
    text = "class C {\n  int f() {\nx;\n  }\n  int g() {\n  }\n}\n"
    definitions = scopes(text, ("class C", "C", "}\n}"), ("int f", "f()", "x;\n  }"), ("int g", "g()", "{\n  }\n}"))
    cuts = cuts_of(text, definitions)
    nesting = dict(zip([text[place] for place in cuts.place.tolist()], cuts.nesting.tolist(), strict=True))
    assert nesting["c"] < nesting["i"] < nesting["x"]


def test_functions_and_classes_stay_whole_where_they_fit():
    parts = [CODE[: CODE.index("class C")], CODE[CODE.index("class C") :]]
    assert pieces(CODE, DEFINITIONS, 100, WORDS) == [CODE]
    assert pieces(CODE, DEFINITIONS, 30, WORDS) == parts


def test_members_stay_whole_where_their_class_does_not_fit():
    found = pieces(CODE, DEFINITIONS, 18, WORDS)
    assert [piece.split("\n")[0] for piece in found] == ["import a", "@mark", "class C:", "def h():"]


def test_decorators_stay_with_what_they_decorate():
    text = "@m\ndef f():\n    " + "abc\n    " * 20 + "\n"
    found = pieces(text, scopes(text, ("@m", "f()", "abc\n    \n")), 40, LETTERS)
    assert found[0] == "@m\ndef f():\n    " + "abc\n    " * 3


def test_a_long_line_is_cut_between_words_and_a_long_word_anywhere():
    none = scopes_at([])
    assert pieces("ab+cd+ef+gh", none, 4, LETTERS) == ["ab+", "cd+", "ef+", "gh"]
    assert pieces("abcdefgh", none, 3, LETTERS) == ["abc", "def", "gh"]


@given(st.lists(st.text(st.sampled_from("ab (){}.\n\té"), max_size=80), max_size=4), st.integers(1, 12), st.data())
def test_windows_divide_every_file_and_keep_to_their_room(texts, most, data):
    encoded = LETTERS.encode(texts)
    contents = [text.encode() for text in texts]
    drawn = data.draw(st.lists(st.integers(0, len(texts) - 1), max_size=5)) if texts else []
    rows = [(file, *sorted(data.draw(st.integers(0, len(contents[file]))) for _ in range(3))) for file in drawn]
    room = np.random.default_rng(most).integers(1, most + 1, len(encoded.tokens))
    windows = cut_files(contents, encoded, scopes_at(rows), room)
    sizes = np.diff(windows.offsets)
    assert windows.offsets[0] == 0
    assert windows.offsets[-1] == len(encoded.tokens)
    assert ((sizes > 0) & (sizes <= room[windows.offsets[:-1]])).all()
    assert set(encoded.offsets.tolist()) <= set(windows.offsets.tolist())
    owner = np.searchsorted(encoded.offsets, windows.offsets[:-1], "right") - 1
    assert windows.file.tolist() == owner.tolist()
