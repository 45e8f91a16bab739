package demo;

public class Main {
    public static void main(String[] args) {
        Node node = new Leaf();
        node.copy().visit();
    }
}

class Node {
    Node copy() {
        return this;
    }

    void visit() {}
}

class Leaf extends Node {
    @Override
    Leaf copy() {
        return new Leaf();
    }

    @Override
    void visit() {}
}
