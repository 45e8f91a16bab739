def target_of(function):
    return function


decorate = lambda function: target_of(function)


@decorate
def target():
    pass


target()
