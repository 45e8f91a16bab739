class Car:
    def drive(self):
        pass


def travel(vehicle):
    vehicle.drive()


travel(Car())
