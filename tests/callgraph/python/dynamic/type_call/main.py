def run(self):
    pass


Worker = type("Worker", (), {"run": run})
Worker().run()
