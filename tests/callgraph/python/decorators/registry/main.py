handlers = []


def handler(function):
    handlers.append(function)
    return function


@handler
def save():
    pass


def fire():
    for function in handlers:
        function()


fire()
