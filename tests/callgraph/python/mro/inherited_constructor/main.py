class Base:
    def __init__(self):
        pass


class Middle(Base):
    pass


class Derived(Middle):
    pass


Derived()
