class Worker:
    def work(self):
        pass


workers = {"one": Worker()}
workers["one"].work()
