class Bell:
    def ring(self):
        pass


ring = Bell().ring
ring()
