def save():
    pass


def load():
    pass


commands = {function.__name__: function for function in (save, load)}
commands["save"]()
commands["load"]()
