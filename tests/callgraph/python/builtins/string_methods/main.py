def line(words):
    return ",".join(words).upper()


line(["a", "b"])
