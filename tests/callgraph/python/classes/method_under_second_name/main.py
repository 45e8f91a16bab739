class Machine:
    def start(self):
        pass

    begin = start


Machine().begin()
