import sys


class Duration:
    def __init__(self, seconds: int = 0) -> None:
        self.seconds = seconds

    @classmethod
    def parse(cls, text: str) -> "Duration":
        seconds = 0
        rest = text
        for unit, worth in (("h", 3600), ("m", 60), ("s", 1)):
            before, found, after = rest.partition(unit)
            if found:
                if not before.isdigit():
                    raise ValueError(f"bad number: {before!r}")
                seconds += worth * int(before)
                rest = after
        if rest:
            raise ValueError(f"left over: {rest!r}")
        return cls(seconds)

    def __add__(self, other: "Duration") -> "Duration":
        return Duration(self.seconds + other.seconds)

    def __str__(self) -> str:
        hours, rest = divmod(self.seconds, 3600)
        return f"{hours}:{rest // 60:02d}:{rest % 60:02d}"


total, invalid = Duration(), 0
for line in filter(None, map(str.rstrip, sys.stdin)):
    try:
        total += Duration.parse(line)
    except ValueError:
        invalid += 1
print(total, invalid, sep="\n")
