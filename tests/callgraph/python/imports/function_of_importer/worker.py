def run(callback):
    callback()
