"""Promises that hold for every mutant of every program."""

import ast
import os
import re
import subprocess
import sys
import warnings
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from codegraft.programs.kinds import BUG_KINDS
from codegraft.programs.mutate import OPERATORS, SLIPS, Mutant, mutants
from codegraft.programs.mutate.source import parsed
from tests.programs.mutate.programs import PROGRAMS

OUT_OF_THE_ORDINARY = {
    "other alphabets": "größe = 3\nif größe < 5:  # ≤ wäre falsch\n    print('é' * größe, größe - 1)\n",
    "emoji before on the line": "x = '😀'; n = 4\nprint(x + '😀', n - 1 if n > 2 else n + 1)\n",
    "tabs": "def f(a, b):\n\tif a < b:\n\t\treturn a - b\n\treturn b\nprint(f(1, 2))\n",
    "windows line ends": "a = 1\r\nfor i in range(a, 5):\r\n    a += i\r\n    a -= 1\r\nprint(a)\r\n",
    "old line ends": "a = 1\rb = 2\rif a < b:\r    a = a - b\rprint(a, b)\r",
    "f-strings": "n = 3\nm = 4\nprint(f'{n + 1} é {m:>5} {n!r}', f'''{n}\n{m - 1}''' f\"{n < m}\")\n",
    "decorators": "from functools import lru_cache\n\n\n@lru_cache(maxsize=None)\ndef f(n):\n    return n if n < 2 "
    "else f(n - 1) + f(n - 2)\n\n\nprint(f(9))\n",
    "semicolons": "a = 1; b = 2; a += b; b -= a\nif a > b: a = b; b = 0\nprint(a - b); print(b);\n",
    "continued lines": "total = 1 + \\\n    2 - \\\n    3\nvalues = [total,\n    total - 1,  # less\n    2]\n"
    "print(total <\\\n 4 and \\\n   total >= 0)\nprint((total  # so far\n       - 1))\n",
    "walrus": "values = [1, 2, 3]\nif (n := len(values)) > 2:\n    print(n - 1)\n",
    "match": "def f(x):\n    match x:\n        case 0:\n            return 'none'\n        case [a, b] if a < b:\n"
    "            return a - b\n        case _:\n            return x\n\n\nprint(f([1, 2]))\n",
    "no line end at the end": "n = 5\nn -= 1\nprint(n - 1)",
    "async": "import asyncio\n\n\nasync def f(n):\n    if n < 1:\n        return 0\n    return await f(n - 1) + 1\n\n\n"
    "print(asyncio.run(f(3)))\n",
    "else of loops": "for i in range(3):\n    if i == 5:\n        break\nelse:\n    i = 7\nprint(i)\n",
    "letters that Python reads as others": "a = []\na.\uff41ppend(1)\na . \\\n append(2)\nprint(len(a) - 1)\n",
    "form feed": "x = 1\n\x0c\ny = x - 2\nprint(x < y)\n",
    "parentheses": "a, b = 7, 3\nprint(((a)) - ((b)), (a - b) - (b), not (a < b), (a and (b)) or (b))\n",
}
ALL = {name: little.code for name, little in PROGRAMS.items()} | OUT_OF_THE_ORDINARY
STANDARD_LIBRARY = ("bisect", "heapq", "textwrap", "fractions", "shlex", "string", "colorsys", "calendar", "csv")


def applied(code: str, mutant: Mutant) -> str:
    """The edit that a mutant reports, made by hand: with lines, characters and slices of text."""
    lines = re.split(r"(?<=\n)|(?<=\r)(?!\n)", code)
    start = sum(map(len, lines[: mutant.line - 1])) + mutant.column
    assert code[start : start + len(mutant.before)] == mutant.before
    return code[:start] + mutant.after + code[start + len(mutant.before) :]


def tree(code: str) -> str:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return ast.dump(ast.parse(code))


def check(code: str, found: list[Mutant]) -> None:
    trees = {tree(code)}
    for mutant in found:
        assert applied(code, mutant) == mutant.code
        assert mutant.kind in BUG_KINDS
        own = tree(mutant.code)
        assert own not in trees, mutant
        trees.add(own)


@pytest.mark.parametrize("name", ALL)
def test_every_mutant_parses_and_differs_in_the_one_place_that_it_names(name):
    found = mutants(ALL[name], seed=1)
    assert len(found) >= 4
    check(ALL[name], found)


@pytest.mark.parametrize("module", STANDARD_LIBRARY)
def test_mutants_of_the_standard_library_parse_and_differ(module):
    code = Path(ast.__file__).with_name(f"{module}.py").read_bytes().decode()
    found = mutants(code, seed=2, limit=40)
    assert len(found) == 40
    check(code, found)


NAMES = st.sampled_from(["a", "b", "n", "größe", "名"])
NUMBERS = st.integers(0, 12).map(str)
EXPRESSIONS = st.recursive(
    NAMES | NUMBERS,
    lambda inner: st.one_of(
        st.tuples(
            inner, st.sampled_from([" - ", "-", " // ", " < ", " == ", " and ", " not  in ", "\\\n*"]), inner
        ).map(lambda parts: f"({''.join(parts)})"),
        st.tuples(inner, inner).map(lambda parts: f"max({parts[0]},  {parts[1]})"),
        st.tuples(inner, inner).map(lambda parts: f"[{parts[0]} # é #\n , {parts[1]}][{parts[0]} - 1:]"),
        st.tuples(inner, inner).map(lambda parts: f"{{é for é in ({parts[0]}, 2) if é < ({parts[1]})}}"),
        inner.map(lambda part: f"(not {part})"),
        st.tuples(inner, inner, inner).map(lambda parts: f"({parts[0]} if {parts[1]} else {parts[2]})"),
    ),
    max_leaves=8,
)
SIMPLE = st.one_of(
    st.tuples(NAMES, st.sampled_from([" = ", " += ", " //= "]), EXPRESSIONS).map("".join),
    EXPRESSIONS.map(lambda value: f"print({value}, end='é')"),
    NAMES.map(lambda name: f"print(f'é{{{name} - 1}}é {{{name}}}')"),
)
STATEMENTS = st.recursive(
    SIMPLE | st.tuples(SIMPLE, SIMPLE).map("; ".join),
    lambda inner: st.one_of(
        st.tuples(EXPRESSIONS, inner, inner).map(lambda part: f"if {part[0]}:\n{_in(part[1])}\nelse:\n{_in(part[2])}"),
        st.tuples(EXPRESSIONS, inner, inner, EXPRESSIONS, inner).map(
            lambda part: f"if {part[0]}:\n{_in(part[1])}\nelif {part[3]}:\n{_in(part[2])}\nelse:\n{_in(part[4])}"
        ),
        st.tuples(NAMES, EXPRESSIONS, inner, inner).map(
            lambda part: f"for {part[0]} in range(1, {part[1]}):\n{_in(part[2])}\n{_in(part[3])}\n{part[3]}"
        ),
        st.tuples(EXPRESSIONS, inner, inner).map(
            lambda part: f"while {part[0]}:\n{_in(part[1])}\n    break\n{part[2]}"
        ),
        st.tuples(NAMES, inner, EXPRESSIONS).map(
            lambda part: (
                f"def f({part[0]}, b=0):\n{_in(part[1])}\n    if b < 1:\n        return b\n    return {part[2]}"
            )
        ),
    ),
    max_leaves=8,
)


def _in(block: str) -> str:
    return "\n".join(f"    {line}" for line in block.split("\n"))


@settings(max_examples=30, deadline=None)
@given(st.lists(STATEMENTS, min_size=1, max_size=3), st.sampled_from(["\n", "\r\n"]), st.integers(0, 3))
def test_mutants_of_composed_programs_parse_and_differ(statements, line_end, seed):
    code = "\n".join([*statements, "print(1 - 2)", ""]).replace("\n", line_end)
    check(code, mutants(code, seed=seed, limit=60))


@settings(max_examples=60, deadline=None)
@given(st.text())
def test_any_text_is_taken(text):
    if found := mutants(text, seed=0):
        check(text, found)


@pytest.mark.parametrize(
    "code",
    [
        "",
        "\n",
        "# a comment\n",
        '"""Text."""\n',
        "pass\n",
        "def f(:\n",
        "print 'two'\n",
        "\x00",
        "\ud800",
        "x = " + "(" * 5000,
    ],
    ids=["empty", "blank", "comment", "docstring", "pass", "unfinished", "python 2", "null", "surrogate", "too deep"],
)
def test_what_is_no_program_or_says_nothing_has_no_mutants(code):
    assert mutants(code, seed=0) == []


@pytest.mark.parametrize("chain", ["n{}", "{}n"])
@pytest.mark.parametrize("term", [" + 1", " or n", " ** n", "[0]", " if n else n", "- ", "not "])
@pytest.mark.parametrize("times", [50, 1000, 3000])
def test_what_nests_or_goes_on_for_long_does_no_harm(chain, term, times):
    code = f"n = 1\nx = {chain.format(term * times)}\nprint(x)\n"
    found = mutants(code, seed=0, limit=2)
    assert len(found) == 2 or times > 50 or parsed(code.encode()) is None


@pytest.mark.parametrize("limit", [0, 1, 7])
def test_the_limit_cuts_the_same_list(limit):
    code = PROGRAMS["binary search"].code
    assert mutants(code, seed=5, limit=limit) == mutants(code, seed=5)[:limit]


def test_seeds_give_different_draws_of_the_same_mutants():
    code = PROGRAMS["binary search"].code
    one, other = mutants(code, seed=1), mutants(code, seed=2)
    assert one != other
    assert {mutant.code for mutant in one} == {mutant.code for mutant in other}


@pytest.mark.parametrize("name", ["words by frequency", "transposed table", "bank account"])
def test_the_first_mutants_are_of_as_many_kinds_as_there_are(name):
    kinds = {mutant.kind for mutant in mutants(PROGRAMS[name].code, seed=3)}
    first = [mutant.kind for mutant in mutants(PROGRAMS[name].code, seed=3, limit=len(kinds))]
    assert len(set(first)) >= len(kinds) - 1
    assert len(kinds) >= 8


def test_the_operators_of_one_kind_take_turns():
    code = "for i in range(1, n):\n    print(a[i], a[1:i], len(a), i + 1)\n" * 5
    found = [mutant.operator for mutant in mutants(code, seed=0) if mutant.kind == "off_by_one"]
    assert len(set(found[:6])) == 6


def test_mutants_that_are_likely_to_run_for_ever_are_rare_at_first():
    code = "i = 0\nwhile i < 9:\n    i += 1\n" + "".join(f"x{k} = {k} - i\nprint(x{k})\n" for k in range(30))
    drawn = [mutants(code, seed=seed, limit=20) for seed in range(20)]
    share = sum(mutant.line in (2, 3) for found in drawn for mutant in found) / 400
    assert 0 < share < 0.25


def test_hash_seeds_do_not_matter():
    script = (
        "from codegraft.programs.mutate import mutants; from tests.programs.mutate.programs import PROGRAMS; "
        'print([mutants(little.code + \'print(n in {1, 2, "a", "b"})\', seed=7) for little in PROGRAMS.values()])'
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", script], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("0", "1")
    }
    assert len(outputs) == 1


def test_there_are_operators_of_nearly_every_kind():
    every = (*OPERATORS, *SLIPS)
    assert len({operator.name for operator in every}) == len(every)
    assert set(BUG_KINDS) - {operator.kind for operator in every} == {"wrong_algorithm"}
