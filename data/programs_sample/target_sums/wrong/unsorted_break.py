from typing import List, Tuple


def solve(numbers: List[int], target: int) -> List[Tuple[int, ...]]:
    found: List[Tuple[int, ...]] = []
    stack = [((), target, 0)]
    while stack:
        way, rest, first = stack.pop()
        if rest == 0:
            found.append(tuple(sorted(way)))
        for i in range(first, len(numbers)):
            if numbers[i] > rest:
                break
            stack.append((way + (numbers[i],), rest - numbers[i], i))
    return found


lines = open(0).read().splitlines()
answer = solve([int(n) for n in lines[1].split()], int(lines[0]))
for way in answer:
    print(" ".join(str(n) for n in way) or "nothing")
if not answer:
    print("none")
