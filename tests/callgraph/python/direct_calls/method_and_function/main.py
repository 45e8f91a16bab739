def work():
    pass


class Worker:
    def work(self):
        work()


Worker().work()
