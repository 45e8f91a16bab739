def quick():
    pass


def slow():
    pass


def run(hurry):
    if hurry:
        way = quick
    else:
        way = slow
    way()


run(True)
run(False)
