class Base:
    @classmethod
    def create(cls):
        cls.prepare()
        return cls()

    @classmethod
    def prepare(cls):
        pass


class Derived(Base):
    def __init__(self):
        pass

    @classmethod
    def prepare(cls):
        super().prepare()


Derived.create()
