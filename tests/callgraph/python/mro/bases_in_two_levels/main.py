class A:
    def work(self):
        pass


class B:
    def work(self):
        pass

    def rest(self):
        pass


class C(A):
    pass


class D(C, B):
    pass


D().work()
D().rest()
