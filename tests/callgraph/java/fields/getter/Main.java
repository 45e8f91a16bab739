package demo;

public class Main {
    public static void main(String[] args) {
        new Shop().owner().greet();
    }
}

class Shop {
    private final Owner owner = new Owner();

    Owner owner() {
        return owner;
    }
}

class Owner {
    void greet() {}
}
