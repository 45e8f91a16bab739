import ext


def work():
    raise ext.Failure("late")


try:
    work()
except ext.Failure:
    pass
