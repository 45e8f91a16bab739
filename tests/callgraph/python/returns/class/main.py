class Worker:
    def __init__(self):
        pass

    def work(self):
        pass


def kind():
    return Worker


kind()().work()
