from dataclasses import dataclass


@dataclass(order=True)
class Interval:
    low: int
    high: int

    def touches(self, other: "Interval") -> bool:
        return self.low <= other.high and other.low <= self.high

    def absorb(self, other: "Interval") -> "Interval":
        return Interval(min(self.low, other.low), max(self.high, other.high))


found: list[Interval] = []
for _ in range(int(input())):
    new = Interval(*map(int, input().split()))
    for old in [x for x in found if x.touches(new)]:
        new = new.absorb(old)
        found.remove(old)
    found.append(new)
for interval in sorted(found):
    print(interval.low, interval.high)
