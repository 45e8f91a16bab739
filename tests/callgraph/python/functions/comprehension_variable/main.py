def first():
    pass


def second():
    pass


[function() for function in (first, second)]
