def target():
    pass


def runner():
    while True:
        function = yield
        function()


worker = runner()
next(worker)
worker.send(target)
