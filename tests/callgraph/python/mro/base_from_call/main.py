class Base:
    def work(self):
        pass


def choose():
    return Base


class Derived(choose()):
    pass


Derived().work()
