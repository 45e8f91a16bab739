class Single:
    def __new__(cls):
        return super().__new__(cls)

    def work(self):
        pass


Single().work()
