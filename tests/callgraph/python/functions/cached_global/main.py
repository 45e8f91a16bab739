def build():
    return Service()


class Service:
    def run(self):
        pass


service = None


def get():
    global service
    if service is None:
        service = build()
    return service


get().run()
