actions = {"save": lambda: 1, "load": lambda: 2}
actions["save"]()
