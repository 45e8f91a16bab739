def greet():
    pass


class Settings:
    action = greet


Settings.action()
