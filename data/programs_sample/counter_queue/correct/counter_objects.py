from dataclasses import dataclass, field


@dataclass(order=True)
class Counter:
    free_at: int
    number: int
    customers: list = field(default_factory=list, compare=False)

    def serve(self, minutes: int) -> None:
        self.customers.append(minutes)
        self.free_at += minutes


def main() -> None:
    counters = [Counter(0, number) for number in range(1, int(input()) + 1)]
    for minutes in input().split():
        min(counters).serve(int(minutes))
    busiest = max(counters, key=lambda c: (len(c.customers), -c.number))
    print(max(c.free_at for c in counters), busiest.number)


main()
