actions = [lambda: 1, lambda: 2]
actions[1]()
