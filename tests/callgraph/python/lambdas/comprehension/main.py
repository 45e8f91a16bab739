def target(number):
    pass


actions = [lambda: target(1) for _ in range(2)]
for action in actions:
    action()
