from dataclasses import dataclass


@dataclass(frozen=True)
class Meeting:
    start: str
    end: str

    def runs_at(self, time: str) -> bool:
        return self.start <= time < self.end


meetings = [Meeting(*input().split()) for _ in range(int(input()))]
print(max((sum(m.runs_at(other.start) for m in meetings) for other in meetings), default=0))
