class Product:
    def use(self):
        pass


class Factory:
    def make(self):
        return Product()


factory = Factory()
product = factory.make()
product.use()
