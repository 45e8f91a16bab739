class Bell:
    def ring(self):
        pass


bell = Bell()
action = lambda: bell.ring()
action()
