class Robot:
    def walk(self):
        pass

    def talk(self):
        pass


robot = Robot()
for name in ("walk", "talk"):
    getattr(robot, name)()
