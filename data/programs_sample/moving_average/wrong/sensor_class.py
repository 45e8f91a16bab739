from collections import deque


class Sensor:
    """Average of the last readings."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.window: deque[float] = deque()
        self.total = 0.0

    def reset(self) -> None:
        self.window.clear()

    def read(self, value: float) -> float:
        self.window.append(value)
        self.total += value
        if len(self.window) > self.size:
            self.total -= self.window.popleft()
        return self.total / len(self.window)


sensor = Sensor(int(input()))
for item in input().split():
    if item == "reset":
        sensor.reset()
    else:
        print(sensor.read(float(item)))
