class Found:
    def use(self):
        pass


def search(key):
    if key:
        return Found()
    return None


found = search("a")
if found:
    found.use()
