def helper():
    pass


def target():
    pass


target.helper = helper
target.helper()
