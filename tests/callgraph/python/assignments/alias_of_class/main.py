class Worker:
    def __init__(self):
        pass

    def work(self):
        pass


Helper = Worker
helper = Helper()
helper.work()
