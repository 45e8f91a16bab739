class Account:
    def __init__(self):
        pass

    @classmethod
    def open(cls):
        return cls()

    def close(self):
        pass


Account.open().close()
