def measure():
    return len


measure()("text")
