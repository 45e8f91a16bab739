import ext


@ext.option("name")
def target():
    pass


ext.run(target)
