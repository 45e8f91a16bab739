class Bell:
    def ring(self):
        pass


bell = Bell()
Bell.ring(bell)
