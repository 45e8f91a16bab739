class Failure(Exception):
    def report(self):
        pass


def work():
    raise Failure


try:
    work()
except Failure as failure:
    failure.report()
