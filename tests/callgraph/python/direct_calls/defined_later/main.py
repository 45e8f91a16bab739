def early():
    late()


def late():
    pass


early()
