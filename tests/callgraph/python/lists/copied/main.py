def target():
    pass


functions = [target]
copy = list(functions)
copy[0]()
