import ext


@ext.register
def target():
    pass


target()
