def name():
    return "Ada"


def greeting():
    return f"Hello {name()}"


greeting()
