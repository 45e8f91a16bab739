"""Modules that share neither names nor the shape of what they say."""

import random


def unlike_module(seed: int) -> str:
    """Functions that call each other, with random expressions in their bodies."""
    draw = random.Random(seed)
    names = [f"work_{seed}{number}" for number in range(4)]
    return "\n\n".join(_function(draw, name, names[:place]) for place, name in enumerate(names)) + "\n"


def _function(draw: random.Random, name: str, earlier: list[str]) -> str:
    variables = [f"{letter}_{draw.randrange(100)}" for letter in "abc"]
    lines = [f"    {draw.choice(variables)} = {_expression(draw, variables + earlier, 3)}" for _ in range(4)]
    calls = [f"    {variables[0]} = {other}({variables[1]}, {variables[2]}, 1)" for other in earlier]
    return "\n".join([f"def {name}({', '.join(variables)}):", *lines, *calls, f"    return {variables[0]}"])


def _expression(draw: random.Random, names: list[str], depth: int) -> str:
    if not depth:
        return draw.choice([draw.choice(names[:3]), str(draw.randrange(100))])
    left, right = (_expression(draw, names, depth - 1) for _ in range(2))
    return draw.choice(
        [
            f"({left} {draw.choice('+-*/%&|^')} {right})",
            f"{draw.choice(['min', 'max', 'pow'])}({left}, {right})",
            f"[{left}, {right}][{draw.randrange(2)}]",
            f"({left} if {right} {draw.choice(['<', '>', '==', '!='])} {draw.randrange(9)} else -{right})",
            f"(not {left} or {right})",
        ]
    )
