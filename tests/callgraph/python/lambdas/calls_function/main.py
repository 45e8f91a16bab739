def target():
    pass


show = lambda: target()
show()
