def first():
    pass


def second():
    pass


def run(flag):
    if flag:
        chosen = first
        use_first(chosen)
    else:
        chosen = second
        chosen()


def use_first(given):
    given()


run(True)
run(False)
