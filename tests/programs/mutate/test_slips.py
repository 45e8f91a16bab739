"""Mutants that a first run shows to be wrong: what each operator makes, and promises that hold for all of them."""

import pytest

from codegraft.programs.mutate import SLIPS, slips
from codegraft.programs.mutate.draw import candidates
from codegraft.programs.mutate.source import parsed, read
from tests.programs.mutate.programs import PROGRAMS
from tests.programs.mutate.test_killing import _passes
from tests.programs.mutate.test_mutants import OUT_OF_THE_ORDINARY, applied

BY_NAME = {each.name: each for each in SLIPS}
ALL = {name: little.code for name, little in PROGRAMS.items()} | OUT_OF_THE_ORDINARY

EXAMPLES = {
    "missing_colon": ("def f(a: int = 1) -> int:\n    return a\n", "def f(a: int = 1) -> int\n    return a\n"),
    "unbalanced_bracket": ("x = f(g(a), b)\n", "x = f(g(a, b)\n"),
    "missing_quote": ("x = 'é' + y\n", "x = 'é + y\n"),
    "missing_comma": ("x = f(a, b)\n", "x = f(a  b)\n"),
    "assignment_for_comparison": ("if (a) == b:\n    f()\n", "if (a) = b:\n    f()\n"),
    "wrong_indentation": ("if a:\n    f()\n", "if a:\nf()\n"),
    "signs_of_another_language": ("i += 1\n", "i++\n"),
    "stray_explanation": ("x = 1\n", "```python\nx = 1\n"),
    "broken_off": ("a = 1\nprint(a)\nb = 2\n", "a = 1\nprin"),
    "placeholder": ('def f(a):\n    """Text."""\n    return a\n', 'def f(a):\n    """Text."""\n    pass\n'),
    "misspelt_name": ("total = 1\nprint(total)\n", "total = 1\nprint(toal)\n"),
    "misspelt_method": ("a.append(1)\n", "a.appnd(1)\n"),
    "foreign_name": ("x = s.strip()\n", "x = s.trim()\n"),
    "missing_import": ("import os\nf(os.sep)\n", "f(os.sep)\n"),
    "missing_module": ("import math as m\nf(m.pi)\n", "import math as m\nf(pi)\n"),
    "module_for_its_part": ("from a.b import c\nc()\n", "import a.b\nc()\n"),
    "missing_value": ("a = 1\nb = 2\na = a + b\n", "b = 2\na = a + b\n"),
    "missing_function": ("def f():\n    return 1\n\n\nprint(f())\n", "\n\nprint(f())\n"),
    "wrong_number_of_arguments": ("def f(a, b):\n    return a\nf(1, 2)\n", "def f(a, b):\n    return a\nf(1)\n"),
    "missing_self": (
        "class A:\n    def f(self, a):\n        return a\n",
        "class A:\n    def f(a):\n        return a\n",
    ),
}  # fmt: skip

LEFT_ALONE = {
    "missing_quote": "x = '''a'''\n",
    "assignment_for_comparison": "x = a < b == c\n",
    "signs_of_another_language": "i += 2\nx = -a\n",
    "misspelt_name": "n = N = 1\nf = n\n",
    "misspelt_method": "x = a.length\n",
    "foreign_name": "x = 'None'\ny = a.strip\n",
    "missing_module": "import math\nx = y.pi\n",
    "module_for_its_part": "from . import a\n",
    "missing_function": "def f():\n    return 1\n",
    "wrong_number_of_arguments": "def f(*a):\n    return a\nf(*b)\nprint(1)\n",
    "missing_self": "def f(self):\n    return 1\n",
}


def made(code, name):
    program = read(code)
    edits = (candidate.edit for candidate in candidates(program, [BY_NAME[name]]))
    return {(program.code[: edit.start] + edit.text + program.code[edit.end :]).decode() for edit in edits}


@pytest.mark.parametrize("name", BY_NAME)
def test_each_operator_makes_the_slip_it_is_named_for(name):
    before, after = EXAMPLES[name]
    assert after in made(before, name)


def test_there_is_an_example_of_every_operator_and_of_no_other():
    assert EXAMPLES.keys() == BY_NAME.keys()


@pytest.mark.parametrize("name", LEFT_ALONE)
def test_an_operator_leaves_alone_what_cannot_be_its_slip(name):
    assert made(LEFT_ALONE[name], name) == set()


@pytest.mark.parametrize("name", ALL)
def test_a_slip_is_in_the_one_place_it_names_and_is_code_unless_its_kind_says_that_it_is_not(name):
    found = slips(ALL[name], seed=1)
    assert len(found) >= 4
    assert len({slip.code for slip in found}) == len(found)
    for slip in found:
        assert applied(ALL[name], slip) == slip.code
        if slip.kind != "unfinished":
            assert (parsed(slip.code.encode()) is None) == (slip.kind == "syntax_error"), slip


def test_nearly_all_slips_fail_the_tests_that_their_originals_pass():
    made = [(little, slip) for little in PROGRAMS.values() for slip in slips(little.code, seed=0, limit=2)]
    assert sum(not _passes(slip.code, little.tests) for little, slip in made) >= 0.95 * len(made)


def test_all_kinds_come_first_and_the_limit_cuts_the_same_list():
    code = "def f(a, b):\n    return a[b]\n\n\nfor i in range(3):\n    print(f([1, 2, 3], i))\n"
    found = slips(code, seed=5)
    assert {slip.kind for slip in found[:4]} == {each.kind for each in SLIPS}
    assert slips(code, seed=5, limit=3) == found[:3]
    assert {slip.code for slip in slips(code, seed=6)} == {slip.code for slip in found}


@pytest.mark.parametrize("code", ["", "def f(:\n", "\x00", "x = " + "(" * 5000])
def test_what_says_nothing_or_is_no_code_has_no_more_than_words_added(code):
    assert {slip.operator for slip in slips(code, seed=0)} <= {"stray_explanation"}
