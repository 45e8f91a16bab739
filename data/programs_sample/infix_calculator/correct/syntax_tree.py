import ast
import operator
import sys


def divide(a: int, b: int) -> int:
    q = abs(a) // abs(b)
    return q if (a >= 0) == (b > 0) else -q


ACTIONS = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: divide}


def value(node: ast.expr) -> int:
    """The value of a node of Python's own syntax tree."""
    if isinstance(node, ast.BinOp):
        return ACTIONS[type(node.op)](value(node.left), value(node.right))
    return ast.literal_eval(node)


for line in sys.stdin.read().splitlines():
    tree = ast.parse(line.strip(), mode="eval")
    try:
        print(value(tree.body))
    except ZeroDivisionError:
        print("error")
