def run_now(function):
    function()
    return function


@run_now
def target():
    pass
