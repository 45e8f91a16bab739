"""Small tasks, and programs for them."""

from codegraft.programs.judge.task import Task
from codegraft.programs.sandbox import Limits

LIMITS = Limits(cpu_s=1.0, wall_s=2.0)

DOUBLE = "print(2 * int(input()))\n"


def task(tests=((1, 2), (2, 4), (3, 6), (4, 8)), checker="", limits=LIMITS, problem="double"):
    inputs, expected = zip(*tests, strict=True)
    return Task(problem, *(tuple(f"{value}\n".encode() for value in column) for column in (inputs, expected)), checker,
                limits)  # fmt: skip
