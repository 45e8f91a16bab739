def save():
    pass


def run(action):
    action()


options = dict(action=save)
run(**options)
