package demo;

public class Main {
    public static void main(String[] args) {
        Order order = Order.of(new Item());
        order.item().ship();
    }
}

record Order(Item item) {
    static Order of(Item item) {
        return new Order(item);
    }
}

class Item {
    void ship() {}
}
