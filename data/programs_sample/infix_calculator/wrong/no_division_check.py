import re
import sys
from collections import deque


def evaluate(queue: deque) -> int:
    total, sign, product = 0, 1, None
    operator = "*"
    while queue:
        token = queue.popleft()
        if token == ")":
            break
        if token in "+-":
            total += sign * product
            sign, product, operator = (1 if token == "+" else -1), None, "*"
        elif token in "*/":
            operator = token
        else:
            number = evaluate(queue) if token == "(" else int(token)
            if product is None:
                product = number
            elif operator == "*":
                product *= number
            else:
                quotient = abs(product) // abs(number)
                product = quotient if product * number >= 0 else -quotient
    return total + sign * product


for line in sys.stdin.read().splitlines():
    try:
        print(evaluate(deque(re.findall(r"\d+|[^\d\s]", line))))
    except ValueError:
        print("error")
