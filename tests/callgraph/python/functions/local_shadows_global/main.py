def target():
    pass


def run():
    def target():
        pass

    target()


run()
