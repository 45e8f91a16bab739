def target():
    pass


exec("target()")
