import sys


def calculate(expression):
    """Let Python do the arithmetic."""
    try:
        return str(eval(expression.replace("/", "//")))
    except ZeroDivisionError:
        return "error"


lines = sys.stdin.read().splitlines()
print("\n".join(calculate(line.strip()) for line in lines))
