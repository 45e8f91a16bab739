class Car:
    def drive(self):
        pass


def travel(car: Car) -> None:
    car.drive()


travel(Car())
