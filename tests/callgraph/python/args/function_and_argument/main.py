def greet(name):
    name()


def ada():
    pass


def run(function, argument):
    function(argument)


run(greet, ada)
