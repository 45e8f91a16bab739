class Name:
    def __str__(self):
        return "name"


def label(name):
    return str(name)


label(Name())
