import sys

if sys.version_info >= (3, 0):

    def text():
        return modern()

else:

    def text():
        return "old"


def modern():
    return "new"


text()
