def target():
    pass


def run(action):
    action()


run(action=lambda: target())
