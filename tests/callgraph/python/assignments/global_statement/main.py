def target():
    pass


def configure():
    global handler
    handler = target


handler = None
configure()
handler()
