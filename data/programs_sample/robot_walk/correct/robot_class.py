import sys


class Robot:
    MOVES = {"N": (0, 1), "E": (1, 0), "S": (0, -1), "W": (-1, 0)}

    def __init__(self, blocked):
        self.x = self.y = 0
        self.facing = "N"
        self.blocked = blocked

    def turn(self, by):
        order = "NESW"
        self.facing = order[(order.index(self.facing) + by) % 4]

    def step(self, sign):
        dx, dy = self.MOVES[self.facing]
        target = self.x + sign * dx, self.y + sign * dy
        if target not in self.blocked:
            self.x, self.y = target

    def obey(self, command):
        if command in "LR":
            self.turn(-1 if command == "L" else 1)
        else:
            self.step(1 if command == "F" else -1)


lines = sys.stdin.read().splitlines()
robot = Robot({tuple(map(int, line.split())) for line in lines[2:]})
count = ""
for ch in lines[0]:
    if ch.isdigit():
        count += ch
        continue
    for _ in range(int(count) if count else 1):
        robot.obey(ch)
    count = ""
print(robot.x, robot.y, robot.facing)
