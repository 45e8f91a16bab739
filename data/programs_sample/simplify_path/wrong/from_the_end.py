import sys
from collections import deque


class Path:
    def __init__(self, text: str) -> None:
        self.names = [name for name in text.split("/") if name not in ("", ".")]

    def shortest(self) -> str:
        result: deque[str] = deque()
        skip = 0
        for name in reversed(self.names):
            if name == "..":
                skip += 1
            elif skip == 0:
                result.appendleft(name)
        return "/" + "/".join(result)


for text in sys.stdin.read().split():
    print(Path(text).shortest())
