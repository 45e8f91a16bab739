import sys


def days_to_wait(temperatures: list[int]) -> list[int]:
    """Fill the answers from the last day and jump over colder days."""
    n = len(temperatures)
    wait = [0] * n
    for day in range(n - 2, -1, -1):
        candidate = day + 1
        while temperatures[candidate] <= temperatures[day]:
            if wait[candidate] == 0:
                break
            candidate += wait[candidate]
        else:
            wait[day] = candidate - day
    return wait


def main() -> None:
    sys.stdin.readline()
    print(*days_to_wait([int(x) for x in sys.stdin.readline().split()]))


if __name__ == "__main__":
    main()
