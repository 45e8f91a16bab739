def known():
    pass


def fallback():
    pass


def dispatch(name):
    {"known": known}.get(name, fallback)()


dispatch("known")
dispatch("other")
