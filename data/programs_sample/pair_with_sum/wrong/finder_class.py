from typing import Optional


class Finder:
    def __init__(self, values: list[int]) -> None:
        self.values = values

    def pair(self, target: int) -> Optional[tuple[int, int]]:
        seen: dict[int, int] = {}
        for index, value in enumerate(self.values):
            need = target - value
            if need in seen:
                return seen[need], index
            seen[value] = index
        return None


size, target = map(int, input().split())
found = Finder(list(map(int, input().split()))).pair(target)
if found is None:
    print(-1)
else:
    print(found[0], found[1])
