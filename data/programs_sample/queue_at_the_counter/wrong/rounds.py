import sys
from typing import List


def serve(people: List[List], k: int) -> List[str]:
    time = 0
    left: List[str] = []
    while people:
        for person in people:
            step = min(k, person[1])
            person[1] -= step
            time += step
            if person[1] == 0:
                left.append(f"{person[0]} {time}")
                people.remove(person)
    return left


rows = [line.split() for line in sys.stdin.read().splitlines()]
print("\n".join(serve([[name, int(forms)] for name, forms in rows[1:]], int(rows[0][1]))))
