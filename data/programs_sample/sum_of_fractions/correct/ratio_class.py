from dataclasses import dataclass
from math import gcd


@dataclass(frozen=True)
class Ratio:
    top: int
    bottom: int = 1

    def __add__(self, other: "Ratio") -> "Ratio":
        top = self.top * other.bottom + other.top * self.bottom
        bottom = self.bottom * other.bottom
        g = gcd(top, bottom)
        return Ratio(top // g, bottom // g)

    def __str__(self) -> str:
        return str(self.top) if self.bottom == 1 else f"{self.top}/{self.bottom}"


lines = open(0).read().splitlines()
total = Ratio(0)
for text in lines[1 : int(lines[0]) + 1]:
    total += Ratio(*map(int, text.split("/")))
print(total)
