import os

paths = os.path
paths.normpath("a//b")
