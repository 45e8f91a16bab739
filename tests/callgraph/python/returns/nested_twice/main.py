def outer():
    def middle():
        def inner():
            pass

        return inner

    return middle


outer()()()
