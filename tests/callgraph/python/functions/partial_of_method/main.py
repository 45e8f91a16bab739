import functools


class Bell:
    def ring(self, times):
        pass


ring = functools.partial(Bell().ring, 3)
ring()
