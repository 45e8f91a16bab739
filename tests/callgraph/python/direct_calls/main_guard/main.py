def start():
    pass


if __name__ == "__main__":
    start()
