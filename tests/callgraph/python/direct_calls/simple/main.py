def target():
    pass


target()
