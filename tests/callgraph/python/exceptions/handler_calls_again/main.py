def connect(tries):
    try:
        attempt(tries)
    except OSError:
        connect(tries - 1)


def attempt(tries):
    if tries:
        raise OSError


connect(1)
