def target():
    pass


class Runner:
    def run(self, function):
        function()


Runner().run(target)
