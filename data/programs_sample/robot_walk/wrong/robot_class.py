class Robot:
    def __init__(self):
        self.x, self.y, self.dx, self.dy = 0, 0, 0, 1

    def run(self, letter, times, blocked):
        if letter == "L":
            for _ in range(times % 4):
                self.dx, self.dy = -self.dy, self.dx
        elif letter == "R":
            for _ in range(times % 4):
                self.dx, self.dy = self.dy, -self.dx
        else:
            if letter == "B":
                times = -times
            x, y = self.x + times * self.dx, self.y + times * self.dy
            if (x, y) not in blocked:
                self.x, self.y = x, y


program = input()
blocked = [tuple(map(int, input().split())) for _ in range(int(input()))]
robot = Robot()
digits = ""
for ch in program:
    if ch.isdigit():
        digits += ch
    else:
        robot.run(ch, int(digits or "1"), blocked)
        digits = ""
direction = {(0, 1): "N", (1, 0): "E", (0, -1): "S", (-1, 0): "W"}
print(robot.x, robot.y, direction[robot.dx, robot.dy])
