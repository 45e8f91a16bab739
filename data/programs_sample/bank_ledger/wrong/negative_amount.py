import sys
from dataclasses import dataclass, field


@dataclass
class Ledger:
    book: dict = field(default_factory=dict)

    def run(self, command: str, *args: str) -> bool:
        """Carry out one command; False when it is refused."""
        if command == "open":
            if args[0] in self.book:
                return False
            self.book[args[0]] = 0
            return True
        names, amount = args[:-1], int(args[-1])
        if any(name not in self.book for name in names):
            return False
        if command in ("withdraw", "transfer"):
            if self.book[names[0]] < amount:
                return False
            self.book[names[0]] -= amount
        if command in ("deposit", "transfer"):
            self.book[names[-1]] += amount
        return True


ledger = Ledger()
commands = sys.stdin.read().splitlines()
for text in commands[1:]:
    print("ok" if ledger.run(*text.split()) else "failed")
for name, value in sorted(ledger.book.items()):
    print(name, value)
