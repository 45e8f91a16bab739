import os


class Files:
    def __init__(self):
        self.root = os.path.abspath(".")


Files()
