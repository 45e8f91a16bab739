def default():
    return 1


class Settings:
    size = default()
