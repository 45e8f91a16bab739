def usual():
    pass


def special():
    pass


def run(**options):
    options.get("function", usual)()


run()
run(function=special)
