class Node:
    def accept(self, visitor):
        visitor.visit(self)

    def name(self):
        pass


class Visitor:
    def visit(self, node):
        node.name()


Node().accept(Visitor())
