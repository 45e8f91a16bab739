class Settings:
    action = lambda self: self.work()

    def work(self):
        pass


Settings().action()
