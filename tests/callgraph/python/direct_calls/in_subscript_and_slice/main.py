def start():
    return 0


def key():
    return "a"


{"a": [1]}[key()][start() :]
