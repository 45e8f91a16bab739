def first():
    def helper():
        pass

    helper()


def second():
    def helper():
        pass

    helper()


first()
second()
