import ext


class Job(ext.Job):
    def __init__(self):
        super().__init__()


Job()
