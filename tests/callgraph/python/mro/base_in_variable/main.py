class First:
    def work(self):
        pass


base = First


class Derived(base):
    pass


Derived().work()
