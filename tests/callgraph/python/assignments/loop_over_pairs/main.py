def first():
    pass


def second():
    pass


for name, (function, times) in [("a", (first, 1)), ("b", (second, 2))]:
    function()
