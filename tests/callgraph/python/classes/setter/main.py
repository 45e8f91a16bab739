class Thermostat:
    def __init__(self):
        self.degrees = 0

    @property
    def target(self):
        return self.degrees

    @target.setter
    def target(self, value):
        self.degrees = self.limit(value)

    def limit(self, value):
        return value


thermostat = Thermostat()
thermostat.target = 20
