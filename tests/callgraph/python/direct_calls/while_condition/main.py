def more():
    return False


def step():
    pass


while more():
    step()
step()
