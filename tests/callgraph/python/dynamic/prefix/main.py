class Visitor:
    def visit_name(self):
        pass

    def visit_call(self):
        pass

    def visit(self, kind):
        return getattr(self, "visit_" + kind)()


visitor = Visitor()
visitor.visit("name")
visitor.visit("call")
