def target():
    pass


name = target
name()
