def target():
    pass


def choose():
    return target


function = choose()
function()
