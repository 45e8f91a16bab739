def bark(self):
    pass


class Dog:
    pass


Dog.bark = bark
Dog().bark()
