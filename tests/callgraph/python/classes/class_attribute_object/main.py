class Log:
    def write(self):
        pass


class Service:
    log = Log()

    def run(self):
        self.log.write()


Service().run()
