"""Tests for fourteen problems of CodeNet, which publishes programs and verdicts but few tests.

Inputs follow the problems' constraints: the edges first, then chance with a fixed seed, in turn a variant of one of the
first two and a new one, small as the tests of such collections are. Expected outputs come from the short solutions
below, written for this file.
"""

import random
import re
from collections.abc import Callable, Iterator
from itertools import count
from typing import NamedTuple

CANDIDATES = 44
"""Tests made for each problem."""

MODULUS = 10**9 + 7

Make = Callable[[random.Random], str]
Solve = Callable[[list[str]], object]


class CodeNetProblem(NamedTuple):
    """Edge inputs, a maker of further ones, a solution from the input's tokens to the answer, and tokens that vary."""

    edges: list[str]
    make: Make
    solve: Solve
    vary: slice = slice(None)


def tests_of(problem: str) -> Iterator[tuple[str, str]]:
    """(input, expected output) pairs of a problem."""
    edges, make, solve, vary = PROBLEMS[problem]
    chance = random.Random(problem)
    made = (variant(chance, chance.choice(edges[:2]), vary) if turn % 2 else make(chance) for turn in count())
    for text in [*edges, *(next(made) for _ in range(CANDIDATES - len(edges)))]:
        yield text, f"{solve(text.split())}\n"


def variant(chance: random.Random, text: str, vary: slice) -> str:
    """An input with one to three characters changed for others of their kind, zero excepted."""
    pieces = re.split(r"(\s+)", text)
    for _ in range(chance.randint(1, 3)):
        place = chance.choice([place for place in range(0, len(pieces), 2)[vary] if pieces[place]])
        token = pieces[place]
        at = chance.randrange(len(token))
        other = chance.choice("abcdeorstz" if token[at].isalpha() else "123456789")
        pieces[place] = token[:at] + other + token[at + 1 :]
    return "".join(pieces)


def numbers(*ranges: tuple[int, int]) -> Make:
    """One line of numbers, each within its bounds."""
    return lambda chance: " ".join(str(chance.randint(*bounds)) for bounds in ranges) + "\n"


def substring(tokens: list[str]) -> int:
    """Fewest letters to change in the first text so that it contains the second."""
    text, part = tokens
    places = range(len(text) - len(part) + 1)
    return min(sum(a != b for a, b in zip(text[place:], part, strict=False)) for place in places)


def make_substring(chance: random.Random) -> str:
    """Two words, the second no longer."""
    size = chance.randint(1, 30)
    words = ["".join(chance.choices("abc", k=length)) for length in (size, chance.randint(1, size))]
    return "\n".join(words) + "\n"


def forbidden(tokens: list[str]) -> int:
    """The integer nearest to x, the smaller of two, that is not among those listed."""
    goal, _, *listed = map(int, tokens)
    return min(set(range(-1, 103)) - set(listed), key=lambda value: (abs(value - goal), value))


def make_forbidden(chance: random.Random) -> str:
    """A goal and a run of numbers around it."""
    goal, size = chance.randint(1, 100), chance.randint(1, 40)
    listed = chance.sample(range(max(1, goal - 30), min(100, goal + 30) + 1), min(size, 31))
    return f"{goal} {len(listed)}\n{' '.join(map(str, listed))}\n"


def linear(tokens: list[str]) -> int:
    """Largest sum of k cards of a ones, b zeros and c minus ones."""
    ones, zeros, _, chosen = map(int, tokens)
    return min(ones, chosen) - max(0, chosen - ones - zeros)


def make_linear(chance: random.Random) -> str:
    """Three piles and a number of cards to take."""
    top = chance.choice([3, 20, 500_000_000])
    piles = [chance.randint(0, top) for _ in range(3)]
    piles[0] += not sum(piles)
    return f"{' '.join(map(str, piles))} {chance.randint(1, sum(piles))}\n"


def peaks(tokens: list[str]) -> int:
    """Places higher than all those that a road joins them to."""
    values = [int(token) for token in tokens]
    size, heights, ends = values[0], [0, *values[2 : 2 + values[0]]], values[2 + values[0] :]
    roads = list(zip(ends[::2], ends[1::2], strict=True))
    lost = {a for a, b in [*roads, *(road[::-1] for road in roads)] if heights[a] <= heights[b]}
    return size - len(lost)


def make_peaks(chance: random.Random) -> str:
    """Heights and roads, some of them twice."""
    size, roads = chance.randint(2, 12), chance.randint(1, 15)
    heights = [chance.randint(1, chance.choice([4, 10**9])) for _ in range(size)]
    lines = [f"{size} {roads}", " ".join(map(str, heights))]
    lines += [" ".join(map(str, chance.sample(range(1, size + 1), 2))) for _ in range(roads)]
    return "\n".join(lines) + "\n"


def battle(tokens: list[str]) -> str:
    """Whether the first monster wins by striking first."""
    health, strength, other_health, other_strength = map(int, tokens)
    return "Yes" if -(-other_health // strength) <= -(-health // other_strength) else "No"


def make_gacha(chance: random.Random) -> str:
    """Words, some of them twice."""
    words = ["".join(chance.choices("abz", k=chance.randint(1, 4))) for _ in range(chance.randint(1, 40))]
    return "\n".join([str(len(words)), *words]) + "\n"


def next_prime(tokens: list[str]) -> int:
    """The smallest prime that is not below a number."""
    return next(n for n in count(int(tokens[0])) if all(n % d for d in range(2, int(n**0.5) + 1)))


def flatten(tokens: list[str]) -> int:
    """Least effort to draw bars of which k may be changed: the rest, chosen, cost what each rises over the last."""
    size, spared, *heights = map(int, tokens)
    # best[kept][last]: cheapest choice of so many bars that ends with this one
    best = [list(heights)]
    for _ in range(size - spared - 1):
        best.append(
            [
                min([best[-1][j] + max(0, height - heights[j]) for j in range(i)], default=10**18)
                for i, height in enumerate(heights)
            ]
        )
    return 0 if spared >= size else min(best[-1])


def make_flatten(chance: random.Random) -> str:
    """Heights, and how many may be changed."""
    size = chance.randint(1, 15)
    heights = [chance.randint(0, chance.choice([5, 10**9])) for _ in range(size)]
    return f"{size} {chance.randint(0, size)}\n{' '.join(map(str, heights))}\n"


def digits_parade(tokens: list[str]) -> int:
    """How many ways to fill the unknown digits leave 5 when divided by 13."""
    ways = [1] + [0] * 12
    for sign in tokens[0]:
        after = [0] * 13
        for digit in range(10) if sign == "?" else [int(sign)]:
            for rest, number in enumerate(ways):
                after[(10 * rest + digit) % 13] += number
        ways = after
    return ways[5] % MODULUS


def make_digits(chance: random.Random) -> str:
    """Digits and question marks."""
    return "".join(chance.choices("?0123456789", weights=[10] + [1] * 10, k=chance.randint(1, 60))) + "\n"


def make_five_digits(chance: random.Random) -> str:
    """Two numbers of five digits in order."""
    low, high = sorted(chance.choices(range(10_000, 100_000), k=2))
    return f"{low} {high}\n"


def make_digit_sums(chance: random.Random) -> str:
    """A bound, and two sums of digits in order."""
    low, high = sorted(chance.choices(range(1, 37), k=2))
    return f"{chance.randint(1, 10_000)} {low} {high}\n"


def digit_sums(tokens: list[str]) -> int:
    """Sum of the numbers up to n whose digits add up to a number between two bounds."""
    top, low, high = map(int, tokens)
    return sum(n for n in range(1, top + 1) if low <= sum(map(int, str(n))) <= high)


def palindromes(tokens: list[str]) -> int:
    """Numbers between two bounds that read the same from behind."""
    low, high = map(int, tokens)
    return sum(str(n) == str(n)[::-1] for n in range(low, high + 1))


def ubiquity(tokens: list[str]) -> int:
    """Sequences of n digits that hold both a 0 and a 9."""
    size = int(tokens[0])
    ten, nine, eight = (pow(base, size, MODULUS) for base in (10, 9, 8))
    return (ten - 2 * nine + eight) % MODULUS


PROBLEMS = {
    "p00376": CodeNetProblem(
        ["5 15\n", "0 0\n", "0 100\n", "100 0\n"],
        numbers((0, 100), (0, 100)),
        lambda tokens: abs(int(tokens[0]) - int(tokens[1])),
    ),
    "p02554": CodeNetProblem(["2\n", "1\n", "869121\n", "1000000\n"], numbers((1, 2000)), ubiquity),
    "p02571": CodeNetProblem(
        ["cabacc\nabc\n", "codeforces\natcoder\n", "a\na\n", "a\nb\n", "ab\nab\n"], make_substring, substring
    ),
    "p02641": CodeNetProblem(
        [
            "6 5\n4 7 10 6 5\n",
            "10 5\n4 7 10 6 5\n",
            "100 0\n\n",
            "1 1\n1\n",
            "100 1\n100\n",
            "1 2\n1 2\n",
            f"100 100\n{' '.join(map(str, range(1, 101)))}\n",
            f"50 100\n{' '.join(map(str, range(1, 101)))}\n",
        ],
        make_forbidden,
        forbidden,
        slice(2, None),
    ),
    "p02657": CodeNetProblem(
        ["2 5\n", "100 100\n", "1 1\n"],
        numbers((1, 100), (1, 100)),
        lambda tokens: int(tokens[0]) * int(tokens[1]),
    ),
    "p02682": CodeNetProblem(
        ["2 1 1 3\n", "1 2 3 4\n", "2000000000 0 0 2000000000\n", "0 0 1 1\n", "0 1 0 1\n", "1 0 0 1\n"],
        make_linear,
        linear,
    ),
    "p02689": CodeNetProblem(
        ["4 3\n1 2 3 4\n1 3\n2 3\n2 4\n", "6 5\n8 6 9 1 2 1\n1 3\n4 2\n4 3\n4 6\n4 6\n", "2 1\n1 1\n1 2\n"],
        make_peaks,
        peaks,
        slice(2, 6),
    ),
    "p02700": CodeNetProblem(
        ["10 9 10 10\n", "46 4 40 5\n", "1 1 1 1\n", "100 1 100 1\n", "1 100 100 1\n"],
        numbers(*[(1, 100)] * 4),
        battle,
    ),
    "p02701": CodeNetProblem(
        ["3\napple\norange\napple\n", "5\ngrape\ngrape\ngrape\ngrape\ngrape\n", "4\naaaa\na\naaa\naa\n", "1\nz\n"],
        make_gacha,
        lambda tokens: len(set(tokens[1:])),
        slice(1, None),
    ),
    "p02819": CodeNetProblem(["20\n", "2\n", "99992\n", "100000\n", "3\n", "4\n"], numbers((2, 100_000)), next_prime),
    "p02864": CodeNetProblem(
        [
            "4 1\n2 3 4 1\n",
            "6 2\n8 6 9 1 2 1\n",
            "10 0\n1 1000000000 1 1000000000 1 1000000000 1 1000000000 1 1\n",
            "1 1\n5\n",
            "1 0\n5\n",
        ],
        make_flatten,
        flatten,
        slice(2, None),
    ),
    "p02960": CodeNetProblem(["??2??5\n", "?44\n", "7?4\n", "5\n", "?\n", "0\n"], make_digits, digits_parade),
    "p03416": CodeNetProblem(
        ["11009 11332\n", "31415 92653\n", "10000 99999\n", "10001 10001\n"], make_five_digits, palindromes
    ),
    "p03478": CodeNetProblem(
        ["20 2 5\n", "10 1 2\n", "100 4 16\n", "1 1 36\n", "10000 1 36\n", "1 2 2\n"], make_digit_sums, digit_sums
    ),
}
"""By CodeNet's name."""
