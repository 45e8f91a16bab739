class Shop:
    def open(self):
        self.door = Door()

    def enter(self):
        self.door.push()


class Door:
    def push(self):
        pass


shop = Shop()
shop.open()
shop.enter()
