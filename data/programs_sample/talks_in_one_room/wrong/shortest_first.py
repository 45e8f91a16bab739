import sys
from operator import attrgetter
from dataclasses import dataclass
from typing import List


@dataclass
class Talk:
    title: str
    start: int
    end: int
    length: int

    def meets(self, other: "Talk") -> bool:
        return self.start < other.end and other.start < self.end


talks = []
for line in sys.stdin.read().splitlines()[1:]:
    title, start, end = line.split()
    talks.append(Talk(title, int(start), int(end), int(end) - int(start)))
chosen: List[Talk] = []
for talk in sorted(talks, key=attrgetter("length", "start")):
    if not any(talk.meets(other) for other in chosen):
        chosen.append(talk)
chosen.sort(key=attrgetter("start"))
print(len(chosen))
print(*(talk.title for talk in chosen))
