def first():
    pass


def second():
    pass


def run(before, after):
    after()


functions = [first, second]
run(*functions)
