class Outer:
    class Inner:
        def __init__(self):
            pass

        def work(self):
            pass


Outer.Inner().work()
