def target():
    pass


functions = [target]
functions.pop()()
