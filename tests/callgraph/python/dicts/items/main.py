def first():
    pass


def second():
    pass


for name, function in {"a": first, "b": second}.items():
    function()
