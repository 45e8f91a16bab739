def target():
    pass


class Runner:
    def run(self, times, function=None):
        function()


Runner().run(function=target, times=1)
