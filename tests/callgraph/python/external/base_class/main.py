import ext


class Job(ext.Job):
    def work(self):
        pass


job = Job()
job.work()
job.submit()
