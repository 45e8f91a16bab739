import worker


def done():
    pass


worker.run(done)
