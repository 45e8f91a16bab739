import ping


def answer(left):
    ping.serve(left)
