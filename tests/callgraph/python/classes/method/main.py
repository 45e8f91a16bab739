class Bell:
    def ring(self):
        pass


bell = Bell()
bell.ring()
