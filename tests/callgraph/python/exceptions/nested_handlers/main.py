class Low(Exception):
    def low(self):
        pass


class High(Exception):
    def high(self):
        pass


try:
    try:
        raise Low
    except Low as problem:
        problem.low()
        raise High from problem
except High as problem:
    problem.high()
