def start():
    return work


def work():
    return None


state = start
while state:
    state = state()
