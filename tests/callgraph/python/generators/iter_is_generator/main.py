class Tree:
    def __iter__(self):
        yield leaf()


def leaf():
    return 1


for node in Tree():
    pass
