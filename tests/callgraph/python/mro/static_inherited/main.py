class Base:
    @staticmethod
    def clean():
        pass


class Derived(Base):
    pass


Derived.clean()
Derived().clean()
