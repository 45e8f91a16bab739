"""Which binding a use sees, against running the program."""

import re
from collections import Counter
from contextlib import suppress
from textwrap import indent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from codegraft.parsing.nodes import node_kinds
from codegraft.symbols.python.imports import imported_names
from codegraft.symbols.python.scopes import Scopes
from codegraft.symbols.python.versions import versions_of
from tests.symbols.sources import forest_of, said

KINDS = node_kinds("python")

NAMES = st.sampled_from("ab")
UNBOUND = 0


class Tag:
    """A value that knows the line of the statement which binds it, and does whatever statements ask of values."""

    def __init__(self, line, *uses):
        self.line = line

    def __call__(self, *arguments, **keywords):
        return self

    def __enter__(self):
        return self

    def __exit__(self, *error):
        return False


def _statement(pattern):
    """Lines where ``?`` is a name, ``$`` a use of one, ``T`` a tag of the last line."""
    return st.lists(NAMES, min_size=6, max_size=6).map(lambda names: _filled(pattern, names))


def _filled(pattern, names):
    left = list(names)
    return re.sub(r"[?$]", lambda sign: left.pop() if sign[0] == "?" else f"U(#, {left.pop()})", pattern)


USES = _statement("$")
BINDINGS = st.one_of(
    *map(
        _statement,
        (
            "? = T",
            "? = T($)",
            "?, ? = T, T($)",
            "[?, *_], (?) = [T], T",
            "? = ? = T($)",
            "? = _ = T($, $)",
            "?: T = T($)",
            "@T\ndef ?(x=$): pass",
            "@T\nclass ?(Tag($).__class__): pass",
            "[U(#, x) for x in [$] for y in [$, x]]",
            "_ = (lambda x: x)($)",
        ),
    )
)
STRAIGHT = st.lists(BINDINGS | USES, min_size=1, max_size=9).map("\n".join)


def _inside(head):
    return lambda body: f"{head}\n{indent(body, '    ')}"


def _branching(body):
    two = st.tuples(body, body)
    return st.lists(
        st.one_of(
            body,
            body.map(_inside("for _ in (1, 2):")),
            body.map(_inside("while C():")),
            body.map(_inside("with T as _:")),
            st.tuples(NAMES, body).map(lambda pair: _inside(f"for {pair[0]} in [T, T]:")(pair[1])),
            NAMES.map("for {} in (): pass".format),
            two.map(lambda pair: _inside("if C():")(pair[0]) + "\n" + _inside("else:")(pair[1])),
            two.map(lambda pair: _inside("try:")(pair[0]) + "\n" + _inside("except ValueError:")(pair[1])),
            two.map(lambda pair: _inside("try:")(pair[0]) + "\n" + _inside("finally:")(pair[1])),
        ),
        min_size=1,
        max_size=3,
    ).map("\nU(#, a)\n".join)


BRANCHING = st.recursive(STRAIGHT, _branching, max_leaves=4)
STEPS = st.sampled_from(["a = T", "a = T", "b, a = T, T", "U(#, a)", "E()", "if C(): break", "if C(): continue"])
JUMPING = st.recursive(st.lists(STEPS, min_size=1, max_size=5).map("\n".join), _branching, max_leaves=4).map(
    lambda body: _inside("for _ in (1,):")(body) + "\nU(#, a)"
)


def _numbered(pattern):
    """The program: uses are numbered, tags know their line (that of the ``def`` below, for decorators)."""
    lines = []
    uses = 0
    for number, line in enumerate(pattern.split("\n"), start=1):
        while "#" in line:
            line, uses = line.replace("#", str(uses), 1), uses + 1
        place = number + line.lstrip().startswith("@")
        lines.append(re.sub(r"\bT\b(\()?", lambda tag, at=place: f"Tag({at}" + (", " if tag[1] else ")"), line))
    return "\n".join(lines) + "\n"


def run(program, choices=()):
    """Lines of the bindings that each use sees, by number of the use."""
    seen = {}
    left = list(choices)

    def use(number, value):
        seen.setdefault(number, set()).add(getattr(value, "line", None))
        return value

    def fail():
        if left and left.pop():
            raise ValueError

    def choose():
        return bool(left and left.pop())

    outside = {"Tag": Tag, "U": use, "C": choose, "E": fail, "a": Tag(UNBOUND), "b": Tag(UNBOUND)}
    space = {"__builtins__": {**vars(__import__("builtins")), **outside}, "__name__": "m"}
    with suppress(ValueError):
        exec(program, space)
    return seen


def versions_seen(program):
    """Lines of the binding that each use sees alone, by number of the use; -1 for uses of any binding."""
    forest = forest_of(program)
    scopes = Scopes(forest, imported_names(forest))
    versions = versions_of(forest, scopes)
    lines = forest.lines(forest.file, forest.start).tolist()
    binders = set(scopes.binders.tolist())
    version = dict(zip(versions.nodes.tolist(), versions.version.tolist(), strict=True))
    bound_at = {number: lines[node] for node, number in version.items() if node in binders}
    starts = {int(start): node for node, start in enumerate(forest.start) if KINDS[forest.kind[node]] == "name"}
    places = {int(match[1]): starts[match.end()] for match in re.finditer(r"U\((\d+), ", program)}
    return {use: bound_at[version[node]] if node in version else -1 for use, node in places.items()}, places, forest


@settings(max_examples=200)
@given(STRAIGHT)
def test_in_straight_lines_a_use_sees_the_binding_that_running_gives(pattern):
    program = _numbered(pattern)
    found, places, forest = versions_seen(program)
    times = Counter(binding_names(forest))
    for use, lines in run(program).items():
        name = said(forest, places[use])
        if name in "ab" and times[name] > 1 and lines != {UNBOUND}:
            assert {found[use]} == lines, program


def binding_names(forest):
    scopes = Scopes(forest, imported_names(forest))
    homes = zip(scopes.variable_of.tolist(), scopes.binders.tolist(), strict=True)
    return [forest.names[scopes.spelling[variable]].decode() for variable, _ in homes if scopes.home[variable] == 0]


@pytest.mark.parametrize("programs", [BRANCHING, JUMPING], ids=["branches", "jumps"])
def test_no_use_is_given_one_binding_where_running_may_give_another(programs):
    @settings(max_examples=200)
    @given(programs, st.lists(st.booleans(), min_size=1, max_size=8))
    def check(pattern, choices):
        program = _numbered(pattern)
        found, _, _ = versions_seen(program)
        for use, lines in run(program, choices).items():
            assert found[use] == -1 or lines <= {found[use], UNBOUND}, program

    check()


def seen_alone(program):
    """For each ``U(#, name)`` in turn the line of the only binding it sees, or -1."""
    return list(versions_seen(_numbered(program))[0].values())


@pytest.mark.parametrize(
    ("program", "choices"),
    [
        ("try:\n    a = T\n    E()\n    a = T\nexcept ValueError:\n    U(#, a)", [True]),
        ("for _ in (1, 2):\n    a = T\n    if C(): break\n    a = T\nU(#, a)", [True]),
        ("for _ in (1,):\n    a = T\n    if C(): continue\n    a = T\nelse:\n    U(#, a)", [True]),
        ("a = T\nfor a in []: pass\nU(#, a)", []),
    ],
    ids=["exception between", "break between", "continue between", "loop over nothing"],
)
def test_a_binding_that_may_be_skipped_hides_none(program, choices):
    seen = run(_numbered(program), choices)[0]
    assert seen_alone(program)[0] in {-1, *seen}


@pytest.mark.parametrize(
    ("program", "lines"),
    [
        ("a = T\nU(#, a)", [-1]),
        ("a = T\na = U(#, a)\nU(#, a)", [1, 2]),
        ("a = T\nU(#, a); a = T; U(#, a)", [1, 2]),
        ("U(#, a)\na = T\na = T", [-1]),
        ("a = b = T\nb = a = U(#, a), U(#, b)\nU(#, a), U(#, b)", [1, 1, 2, 2]),
        ("a, b = T, T\na, b = U(#, b), U(#, a)\nU(#, a)", [1, 1, 2]),
        ("import a\nU(#, a)\nimport b as a\nU(#, a)\nfrom c import a\nU(#, a)", [1, 3, 5]),
        ("a = T\nwith T as a: U(#, a)\nU(#, a)", [2, 2]),
        ("def a(x=U(#, a)): U(#, a)\nU(#, a)\ndef a(): U(#, a)\nU(#, a)", [-1, -1, 1, -1, 3]),
        ("class a: U(#, a)\nclass a(U(#, a)): pass", [-1, 1]),
        ("a = T\na = T\ndef f(): return U(#, a)\nlambda: U(#, a)\n[U(#, a) for _ in U(#, a)]", [-1, -1, 2, 2]),
        ("a = T\nif C(): a = T\nU(#, a)", [-1]),
        ("a = T\na += U(#, a)\nU(#, a)", [-1, -1]),
        ("a = T\nprint(a := T)\nU(#, a)", [-1]),
        ("try: pass\nexcept T as a: U(#, a)\na = T\nU(#, a)", [2, 3]),
        ("match T:\n    case a: U(#, a)\na = T\nU(#, a)", [-1, 3]),
        ("def f(a):\n    U(#, a)\n    a = T\n    U(#, a)", [1, 3]),
        ("def f():\n    global a\n    a = T\na = T\nU(#, a)", [-1]),
        ("class X:\n    a = T\n    U(#, a)\n    a = T\n    U(#, a)\na = T\nU(#, a)", [2, 4, -1]),
        ("[a for a in U(#, a)]\na = T\na = T\n[U(#, a) for a in U(#, a)]", [-1, -1, 3]),
        ("while T:\n    U(#, a)\n    a = T\n    U(#, a)\n    a = T\n    U(#, a)", [-1, 3, 5]),
    ],
)
def test_bindings_seen_alone(program, lines):
    assert seen_alone(program) == lines


def test_of_functions_and_classes_defined_again_the_last_one_lasts():
    forest = forest_of("def f(): 1\ndef f(): 2\nclass f: pass\nx = 1\nx = 2\ndef g(): 1\ng = g\n")
    scopes = Scopes(forest, [])
    versions = versions_of(forest, scopes)
    spelled = [forest.names[scopes.spelling[variable]].decode() for variable in versions.variable]
    lasting = list(zip(spelled, versions.lasting.tolist(), strict=True))
    assert [last for name, last in lasting if name == "f"] == [False, False, True]
    assert [last for name, last in lasting if name == "x"] == [True, True]
    assert [last for name, last in lasting if name == "g"] == [True, True]


def test_files_do_not_mix():
    forest = forest_of("a = 1\n", "a = 1\na\na = 2\n", "", "a\n")
    versions = versions_of(forest, Scopes(forest, []))
    assert sorted(zip(forest.start[versions.nodes].tolist(), versions.version.tolist(), strict=True)) == [
        (0, 0),
        (6, 0),
        (8, 1),
    ]
    assert set(forest.file[versions.nodes].tolist()) == {1}
