def outer():
    def inner():
        pass

    outer.inner = inner


outer()
outer.inner()
