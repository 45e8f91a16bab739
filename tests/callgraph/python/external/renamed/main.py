import os.path as paths


def root(place):
    return paths.dirname(place)


root("a/b")
