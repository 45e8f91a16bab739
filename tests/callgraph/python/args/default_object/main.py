class Log:
    def write(self):
        pass


def run(log=Log()):
    log.write()


run()
