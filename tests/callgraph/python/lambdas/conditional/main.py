quiet = lambda: None
loud = lambda: quiet()


def run(volume):
    (loud if volume else quiet)()


run(True)
run(False)
