import pong


def serve(left):
    if left:
        pong.answer(left - 1)
