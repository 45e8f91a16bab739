def target():
    pass


def other():
    pass


def run(chosen, other):
    chosen()


options = {"other": other, "chosen": target}
run(**options)
