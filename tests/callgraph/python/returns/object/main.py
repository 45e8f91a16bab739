class Worker:
    def work(self):
        pass


def hire():
    return Worker()


hire().work()
