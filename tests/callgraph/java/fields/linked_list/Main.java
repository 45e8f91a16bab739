package demo;

public class Main {
    public static void main(String[] args) {
        Link head = new Link(null);
        head = new Marked(head);
        for (Link link = head; link != null; link = link.next) {
            link.visit();
        }
    }
}

class Link {
    final Link next;

    Link(Link next) {
        this.next = next;
    }

    void visit() {}
}

class Marked extends Link {
    Marked(Link next) {
        super(next);
    }

    @Override
    void visit() {}
}
