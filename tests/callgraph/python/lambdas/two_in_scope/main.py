first = lambda: 1
second = lambda: 2
second()
