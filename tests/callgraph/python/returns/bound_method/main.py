class Bell:
    def ring(self):
        pass

    def action(self):
        return self.ring


Bell().action()()
