def target():
    return 1


def run():
    return target()


run()
