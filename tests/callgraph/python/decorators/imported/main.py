import tools


@tools.logged
def target():
    pass


target()
