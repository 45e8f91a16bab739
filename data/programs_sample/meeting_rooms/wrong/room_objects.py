class Room:
    def __init__(self):
        self.free_from = "00:00"

    def book(self, start: str, end: str) -> bool:
        if start < self.free_from:
            return False
        self.free_from = end
        return True


rooms: list[Room] = []
for _ in range(int(input())):
    start, end = input().split()
    for room in rooms:
        if room.book(start, end):
            break
    else:
        rooms.append(Room())
        rooms[-1].book(start, end)
print(len(rooms))
