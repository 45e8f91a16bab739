def logged(function):
    def wrapper(self):
        return function(self)

    return wrapper


class Robot:
    @logged
    def move(self):
        self.step()

    def step(self):
        pass


Robot().move()
