class Bell:
    def ring(self):
        pass


def press(action):
    action()


bell = Bell()
press(bell.ring)
