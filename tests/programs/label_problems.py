"""A problem with programs of every sort."""

from codegraft.programs.problems import Problem

LARGEST = "n = int(input())\nnumbers = list(map(int, input().split()))\nprint(max(numbers))\n"
BY_HAND = """n = int(input())
best = None
for number in map(int, input().split()):
    if best is None or number > best:
        best = number
print(best)
"""
FROM_ZERO = BY_HAND.replace("best = None", "best = 0").replace("best is None or ", "")
CRASHES = "n = int(input())\nprint(input().split()[n])\n"
UNPARSED = "print(max(\n"


def problem(name="largest", split="train", **changes):
    none = {"input": [], "output": []}
    tests = {"input": ["3\n1 5 2\n", "1\n-4\n", "2\n7 7\n"], "output": ["5\n", "-4\n", "7\n"]}
    fields = {
        "name": name,
        "description": "The largest of n numbers.",
        "public_tests": tests,
        "private_tests": none,
        "generated_tests": none,
        "solutions": programs(LARGEST, BY_HAND, LARGEST, CRASHES),
        "incorrect_solutions": programs(FROM_ZERO, UNPARSED, BY_HAND),
        "mistakes": ["wrong_initial_value", "", "off_by_one"],
        "time_limit": {"seconds": 1, "nanos": 0},
        "split": split,
    }
    return Problem.model_validate(fields | changes)


def programs(*codes):
    return {"language": [3] * len(codes), "solution": list(codes)}
