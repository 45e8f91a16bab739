def make():
    class Local:
        def work(self):
            pass

    return Local()


make().work()
