import sys


def count_rooms(meetings):
    """Open another room when a meeting starts before the previous one ends."""
    meetings.sort()
    rooms = 1 if meetings else 0
    for (_, end), (start, _) in zip(meetings, meetings[1:]):
        if start < end:
            rooms += 1
    return rooms


rows = sys.stdin.read().splitlines()[1:]
print(count_rooms([tuple(row.split()) for row in rows]))
