def target():
    pass


run = lambda function: function()
run(target)
