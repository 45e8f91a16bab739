class Door:
    def __enter__(self):
        return self

    def __exit__(self, *reason):
        pass

    def pass_through(self):
        pass


with Door() as door:
    door.pass_through()
