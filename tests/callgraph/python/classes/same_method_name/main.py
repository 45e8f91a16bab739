class Cat:
    def speak(self):
        pass


class Dog:
    def speak(self):
        pass


def meet(animal):
    animal.speak()


dog = Dog()
meet(Cat())
dog.speak()
