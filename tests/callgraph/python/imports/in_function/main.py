def run():
    from tools import clean

    clean()


run()
