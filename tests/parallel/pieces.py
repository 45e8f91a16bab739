"""Work for workers, which find it by the name of this module; and a script that has it done."""

import os
import signal
import time

from codegraft.errors import ProgramError
from codegraft.parallel.workers import Workers


def square(number):
    return number * number


def refuse(number):
    if number == 3:
        raise ProgramError(f"number {number}: expected another")
    return number


def divide(number):
    return 12 // number


def variable(name):
    return os.environ.get(name)


def die_once(piece):
    """Kill this process, at the third of the pieces, unless that is known to have happened."""
    number, place = piece
    with (place / f"{number}").open("a") as log:
        log.write("begun\n")
    if number == 3 and (place / "3").read_text().count("begun") == 1:
        os.kill(os.getpid(), signal.SIGKILL)
    return number * number


def die(number):
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def wait_long(piece):
    number, place = piece
    (place / f"{number}").touch()
    time.sleep(60)


def spread(backend, place):
    """Squares, or, where a place is given, work that goes on until it is interrupted."""
    with Workers(2, backend) as workers:
        if place is None:
            return workers.spread(square, range(5), "squares")
        return workers.spread(wait_long, [(number, place) for number in range(4)], "waiting")
