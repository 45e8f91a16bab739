def first():
    pass


def second():
    pass


hooks = {"start": [first], "stop": [second]}
for hook in hooks["stop"]:
    hook()
