"""Little programs with tests, for which mutants are made."""

from typing import NamedTuple


class Little(NamedTuple):
    """A program that reads its input and prints an answer, with what it prints for some inputs."""

    code: str
    tests: tuple[tuple[str, str], ...]


PROGRAMS = {
    "sum of a list": Little(
        "n = int(input())\nvalues = list(map(int, input().split()))\ntotal = 0\n"
        "for i in range(n):\n    total += values[i]\nprint(total)\n",
        (("3\n1 2 3\n", "6"), ("1\n-5\n", "-5"), ("4\n10 20 0 7\n", "37")),
    ),
    "factorial": Little(
        "def factorial(n):\n    if n <= 1:\n        return 1\n    return n * factorial(n - 1)\n\n\n"
        "print(factorial(int(input())))\n",
        (("0\n", "1"), ("1\n", "1"), ("5\n", "120"), ("6\n", "720")),
    ),
    "greatest common divisor": Little(
        "a, b = map(int, input().split())\nwhile b:\n    a, b = b, a % b\nprint(a)\n",
        (("12 18\n", "6"), ("7 0\n", "7"), ("17 5\n", "1")),
    ),
    "balanced brackets": Little(
        "def balanced(text):\n    depth = 0\n    for letter in text:\n        if letter == '(':\n"
        "            depth += 1\n        elif letter == ')':\n            depth -= 1\n        if depth < 0:\n"
        "            return False\n    return depth == 0\n\n\nprint('YES' if balanced(input()) else 'NO')\n",
        (("()\n", "YES"), ("(()\n", "NO"), ("())(\n", "NO"), ("a(b)c\n", "YES"), ("\n", "YES")),
    ),
    "binary search": Little(
        "def position(values, wanted):\n    low, high = 0, len(values)\n    while low < high:\n"
        "        middle = (low + high) // 2\n        if values[middle] < wanted:\n            low = middle + 1\n"
        "        else:\n            high = middle\n    return low\n\n\n"
        "values = [int(part) for part in input().split()]\nprint(position(values, int(input())))\n",
        (("1 3 5 7\n5\n", "2"), ("1 3 5 7\n8\n", "4"), ("1 3 5 7\n0\n", "0"), ("2 2 2\n2\n", "0")),
    ),
    "words by frequency": Little(
        "from collections import Counter\n\nwords = input().lower().split()\ncounts = Counter(words)\n"
        "for word, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):\n"
        "    print(word, count, sep=':')\n",
        (("b a B\n", "b:2\na:1"), ("x\n", "x:1"), ("d c d c a\n", "c:2\nd:2\na:1")),
    ),
    "transposed table": Little(
        "rows, columns = map(int, input().split())\ntable = [list(map(int, input().split())) for _ in range(rows)]\n"
        "turned = [[0] * rows for _ in range(columns)]\nfor i in range(rows):\n    for j in range(columns):\n"
        "        turned[j][i] = table[i][j]\nfor line in turned:\n    print(*line)\n",
        (("2 3\n1 2 3\n4 5 6\n", "1 4\n2 5\n3 6"), ("1 1\n9\n", "9"), ("1 2\n3 4\n", "3\n4")),
    ),
    "safe division": Little(
        "def divided(a, b):\n    try:\n        return a / b\n    except ZeroDivisionError:\n        return None\n\n\n"
        "a, b = map(float, input().split())\nresult = divided(a, b)\nif result is None:\n    print('undefined')\n"
        "else:\n    print('%.2f' % result)\n",
        (("1 4\n", "0.25"), ("1 0\n", "undefined"), ("-9 2\n", "-4.50")),
    ),
    "largest difference": Little(
        "values = [int(part) for part in input().split()]\nif not values:\n    print(0)\n    exit()\n"
        "best = 0\nlowest = values[0]\nfor value in values[1:]:\n    best = max(best, value - lowest)\n"
        "    lowest = min(lowest, value)\nprint(best)\n",
        (("7 1 5 3 6 4\n", "5"), ("\n", "0"), ("9 8 1\n", "0"), ("2 4\n", "2")),
    ),
    "reach in a graph": Little(
        "from collections import deque\n\nn, m = map(int, input().split())\nedges = [[] for _ in range(n)]\n"
        "for _ in range(m):\n    a, b = map(int, input().split())\n    edges[a - 1].append(b - 1)\n"
        "    edges[b - 1].append(a - 1)\nseen = [False] * n\nseen[0] = True\nqueue = deque([0])\n"
        "while queue:\n    node = queue.popleft()\n    for other in edges[node]:\n        if not seen[other]:\n"
        "            seen[other] = True\n            queue.append(other)\nprint(sum(seen))\n",
        (("4 2\n1 2\n2 3\n", "3"), ("1 0\n", "1"), ("3 3\n1 2\n2 3\n1 3\n", "3")),
    ),
    "fibonacci with a memo": Little(
        "def fibonacci(n, memo=None):\n    if memo is None:\n        memo = {}\n    if n in memo:\n"
        "        return memo[n]\n    if n < 2:\n        return n\n"
        "    memo[n] = fibonacci(n - 1, memo) + fibonacci(n - 2, memo)\n    return memo[n]\n\n\n"
        "print(fibonacci(int(input())))\n",
        (("0\n", "0"), ("1\n", "1"), ("7\n", "13"), ("15\n", "610")),
    ),
    "bank account": Little(
        "class Account:\n    def __init__(self, start=0):\n        self.left = start\n\n"
        "    def withdraw(self, amount):\n        if amount > self.left:\n"
        "            raise ValueError('not enough')\n        self.left -= amount\n        return self.left\n\n\n"
        "account = Account(100)\nfor amount in map(int, input().split()):\n    try:\n"
        "        print(account.withdraw(amount))\n    except ValueError:\n        print('refused')\n",
        (("30 70\n", "70\n0"), ("101 100\n", "refused\n0"), ("0\n", "100")),
    ),
}
