class Base:
    @property
    def size(self):
        return 1

    def show(self):
        return self.size


class Derived(Base):
    @property
    def size(self):
        return 2


Derived().show()
