from enum import IntEnum
from functools import reduce


class Roman(IntEnum):
    I = 1
    V = 5
    X = 10
    L = 50
    C = 100
    D = 500
    M = 1000


def step(state, symbol):
    total, largest = state
    number = Roman[symbol].value
    if number >= largest:
        return total + number, number
    return total - number, largest


while True:
    try:
        word = input().strip()
    except EOFError:
        break
    print(reduce(step, reversed(word), (0, 0))[0])
