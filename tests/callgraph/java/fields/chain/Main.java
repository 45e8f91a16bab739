package demo;

public class Main {
    Node first = new Node();

    public static void main(String[] args) {
        Main main = new Main();
        main.first.next = new Last();
        main.first.next.visit();
    }
}

class Node {
    Node next;

    void visit() {}
}

class Last extends Node {
    @Override
    void visit() {}
}
