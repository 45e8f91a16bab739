"""What each operator makes of an example, and what it leaves alone."""

import pytest

from codegraft.programs.mutate import OPERATORS, Operator
from codegraft.programs.mutate.draw import candidates
from codegraft.programs.mutate.operator import operator
from codegraft.programs.mutate.source import read

BY_NAME = {each.name: each for each in OPERATORS}

EXAMPLES = {
    "arithmetic_operator": ("x = a + b\n", "x = a - b\n"),
    "augmented_operator": ("t += x\n", "t = x\n"),
    "boolean_operator": ("if a and b or c:\n    f()\n", "if a or b or c:\n    f()\n"),
    "wrong_division": ("x = (a + b) // 2\n", "x = (a + b) / 2\n"),
    "wrong_division_in_place": ("x //= 2\n", "x /= 2\n"),
    "comparison_boundary": ("ok = a < b <= c\n", "ok = a < b < c\n"),
    "comparison_direction": ("ok = a < b\n", "ok = a > b\n"),
    "swapped_operands": ("x = (a + b) - c\n", "x = c - (a + b)\n"),
    "range_bound": ("for i in range(n):\n    f(i)\n", "for i in range(n - 1):\n    f(i)\n"),
    "index_offset": ("x = a[i]\n", "x = a[i + 1]\n"),
    "slice_bound": ("x = a[1:n]\n", "x = a[0:n]\n"),
    "forgotten_offset": ("x = a[(i) + 1]\n", "x = a[(i)]\n"),
    "count_offset": ("x = len(a)\n", "x = len(a) - 1\n"),
    "forgotten_start": ("for i in range(1, n):\n    f(i)\n", "for i in range(n):\n    f(i)\n"),
    "wrong_number": ("x = 10**9 + 1000000007\n", "x = 10**9 + 100000000\n"),
    "wrong_flag": ("x = True\n", "x = False\n"),
    "wrong_letter": ("if c == 'a':\n    f()\n", "if c == 'A':\n    f()\n"),
    "initial_value": (
        "best = float('-inf')\nfor x in a:\n    best = max(best, x)\n",
        "best = 0\nfor x in a:\n    best = max(best, x)\n",
    ),
    "initial_cells": ("d = [0] * n\n", "d = [1] * n\n"),
    "default_argument": ("def f(a, b=0):\n    return a\n", "def f(a, b=1):\n    return a\n"),
    "inverted_condition": ("if not a:\n    f()\n", "if a:\n    f()\n"),
    "inverted_filter": ("x = [i for i in a if i in b]\n", "x = [i for i in a if i not in b]\n"),
    "dropped_condition": ("if a and (b or c) and d:\n    f()\n", "if a and d:\n    f()\n"),
    "dropped_filter": ("x = [i for i in (a) if i > 0]\n", "x = [i for i in (a)]\n"),
    "missing_branch": (
        "if a:\n    f()\nelif b:\n    g()\nelif c:\n    h()\nelse:\n    k()\n",
        "if a:\n    f()\nelif c:\n    h()\nelse:\n    k()\n",
    ),
    "missing_edge_case": (
        "def f(a):\n    if not a:\n        return 0\n    return a[0]\n",
        "def f(a):\n    return a[0]\n",
    ),
    "missing_special_value": ("x = sum(a) / len(a) if a else 0\n", "x = sum(a) / len(a)\n"),
    "missing_default": ("x = max(a, default=0)\n", "x = max(a)\n"),
    "missing_skip": (
        "for x in a:\n    if x < 0:\n        continue\n    f(x)\n",
        "for x in a:\n    f(x)\n",
    ),
    "missing_base_case": (
        "def f(n):\n    if n == 0:\n        return 1\n    elif n == 1:\n        return 2\n    return f(n - 1)\n",
        "def f(n):\n    if n == 1:\n        return 2\n    return f(n - 1)\n",
    ),
    "missing_base_value": ("def f(n):\n    return n * f(n - 1) if n else 1\n", "def f(n):\n    return n * f(n - 1)\n"),
    "deleted_statement": ("i = 0\ni += 1  # on\nprint(i)\n", "i = 0\nprint(i)\n"),
    "deleted_assignment": ("a = 1\na = 2; print(a)\n", "a = 1\nprint(a)\n"),
    "missing_return": ("def f(n):\n    return g(n)\n", "def f(n):\n    g(n)\n"),
    "swapped_statements": ("a = 1\na += b\nb = a\n", "a = 1\nb = a\na += b\n"),
    "inside_the_loop": ("for i in a:\n    t += i\nprint(t)\n", "for i in a:\n    t += i\n    print(t)\n"),
    "outside_the_loop": ("for i in a:\n    f(i)\n    t += i\n", "for i in a:\n    f(i)\nt += i\n"),
    "break_or_continue": ("for i in a:\n    if i:\n        break\n", "for i in a:\n    if i:\n        continue\n"),
    "variable_misuse": ("n = 1\nm = 2\nprint(f'é {n}')\n", "n = 1\nm = 2\nprint(f'é {m}')\n"),
    "attribute_misuse": ("x = node.left\ny = node.right\n", "x = node.right\ny = node.right\n"),
    "swapped_arguments": ("f(a, b + 1)\n", "f(b + 1, a)\n"),
    "swapped_elements": ("a, b = b, a\n", "b, a = b, a\n"),
    "wrong_exception": (
        "try:\n    f()\nexcept (KeyError, OSError):\n    g()\n",
        "try:\n    f()\nexcept (IndexError, OSError):\n    g()\n",
    ),
    "similar_call": ("x = min(a)\n", "x = max(a)\n"),
    "dropped_call": ("x = abs(a - b)\n", "x = a - b\n"),
    "dropped_remainder": ("x = (a * b) % m\n", "x = (a * b)\n"),
    "wrong_rounding": ("x = math.isqrt(n)\n", "x = int(math.sqrt(n))\n"),
    "sort_order": ("a.sort(key=f)\n", "a.sort(key=f, reverse=True)\n"),
    "unconverted_input": ("a = list(map(int, input().split()))\n", "a = list(input().split())\n"),
    "wrong_split": ("a = input().split(',')\n", "a = input().split()\n"),
    "kept_line_end": ("s = sys.stdin.readline().strip()\n", "s = sys.stdin.readline()\n"),
    "wrong_separator": ("print(a, b, sep='')\n", "print(a, b)\n"),
    "printed_list": ("print(*a)\n", "print(a)\n"),
    "wrong_joint": ("print(' '.join(a))\n", 'print("".join(a))\n'),
    "wrong_case": ("print('YES' if a else 'NO')\n", "print('Yes' if a else 'NO')\n"),
    "wrong_decimals": ("print('%.2f' % x)\n", "print('%.1f' % x)\n"),
    "shared_rows": ("t = [[0] * n for _ in range(m + 1)]\n", "t = [[0] * n] * (m + 1)\n"),
    "dropped_copy": ("b = a.copy()\n", "b = a\n"),
    "dropped_slice_copy": ("b = a[:]\n", "b = a\n"),
    "mutable_default": (
        "def f(n, m=None):\n    if m is None:\n        m = {}\n    return m\n",
        "def f(n, m={}):\n    if m is None:\n        m = {}\n    return m\n",
    ),
    "dropped_cache": ("@cache\n@other\ndef f(n):\n    return n\n", "@other\ndef f(n):\n    return n\n"),
    "dropped_memo": (
        "def f(n):\n    if n in memo:\n        return memo[n]\n    return g(n)\n",
        "def f(n):\n    return g(n)\n",
    ),
}

LEFT_ALONE = {
    "arithmetic_operator": "x = 'a' + b\ny = [0] * n\nz = '%d' % n\n",
    "swapped_operands": "x = a + b\ny = '%s' % n\n",
    "index_offset": "x = a[i, j]\ny: list[int] = []\n",
    "initial_value": "x = 0\nprint(x)\n",
    "deleted_statement": "if a:\n    f()\n",
    "deleted_assignment": "a = 1\nprint(a)\n",
    "missing_return": "def f(n):\n    if n:\n        return n\n    g(n)\n    return None\n",
    "swapped_statements": "a = 1\nb = a\n",
    "variable_misuse": "n = 1\nprint(n)\nm = 2\ns = 'text'\n",
    "missing_edge_case": "def f(n):\n    if n == 0:\n        return 1\n    return f(n - 1)\n",
    "shared_rows": "t = [[i] * n for i in range(m)]\n",
    "dropped_call": "x = sorted(a, key=f)\ny = input().strip()\n",
    "kept_line_end": "s = input().strip()\nt = line.strip()\n",
    "swapped_elements": "a, b = root(a), root(b)\n",
    "wrong_flag": "while True:\n    f()\n",
    "wrong_case": "x = {'name': 1}\n",
    "wrong_number": "def f(n: Literal[3]) -> Literal[4]:\n    '''5'''\n",
    "mutable_default": "def f(n, m=None):\n    return m\n",
}


def made(code: str, each: Operator) -> set[str]:
    program = read(code)
    assert program is not None
    edits = (candidate.edit for candidate in candidates(program, [each]))
    return {(program.code[: edit.start] + edit.text + program.code[edit.end :]).decode() for edit in edits}


@pytest.mark.parametrize("name", BY_NAME)
def test_each_operator_makes_the_mistake_it_is_named_for(name):
    before, after = EXAMPLES[name]
    assert after in made(before, BY_NAME[name])


@pytest.mark.parametrize("name", LEFT_ALONE)
def test_an_operator_leaves_alone_what_cannot_be_its_mistake(name):
    assert made(LEFT_ALONE[name], BY_NAME[name]) == set()


def test_there_is_an_example_of_every_operator_and_of_no_other():
    assert EXAMPLES.keys() == BY_NAME.keys()


def test_annotations_and_docstrings_are_never_changed():
    code = (
        'def f(a: int = 1, *, b: "x < y" = 2) -> "a - b":\n    """1 < 2."""\n    c: Literal[7] = 3\n    return a - c\n'
    )
    for each in OPERATORS:
        for mutant in made(code, each):
            assert all(part in mutant for part in ('b: "x < y"', '-> "a - b"', '"""1 < 2."""', "Literal[7]"))


def test_an_operator_needs_a_docstring_and_a_known_kind():
    def silent(program, node):
        yield from ()

    def said(program, node):
        """Something goes wrong."""
        yield from ()

    with pytest.raises(ValueError, match="silent: expected a docstring"):
        operator("off_by_one")(silent)
    with pytest.raises(ValueError, match="found nonsense"):
        operator("nonsense")(said)
