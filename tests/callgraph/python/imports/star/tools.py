def clean():
    pass


def _hidden():
    pass
