def target():
    pass


def other():
    pass


def run(**functions):
    functions["chosen"]()


run(other=other, chosen=target)
