def outer():
    def inner():
        late()

    def late():
        pass

    inner()


outer()
