def target():
    pass


functions = []
functions.append(target)
functions[0]()
