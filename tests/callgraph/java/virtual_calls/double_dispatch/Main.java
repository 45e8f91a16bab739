package demo;

public class Main {
    public static void main(String[] args) {
        Item item = new Book();
        item.accept(new Till());
    }
}

abstract class Item {
    abstract void accept(Till till);
}

class Book extends Item {
    @Override
    void accept(Till till) {
        till.scan(this);
    }
}

class Fruit extends Item {
    @Override
    void accept(Till till) {}
}

class Till {
    void scan(Book book) {}

    void scan(Fruit fruit) {}

    void scan(Item item) {}
}
