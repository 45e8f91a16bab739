def target():
    pass


functions = [target] * 2
functions[1]()
