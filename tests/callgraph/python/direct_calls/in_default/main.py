def setting():
    return 1


def run(size=setting()):
    return size


run()
