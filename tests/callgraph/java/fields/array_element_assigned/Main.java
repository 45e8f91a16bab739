package demo;

public class Main {
    public static void main(String[] args) {
        Slot[] slots = new Slot[1];
        slots[0] = new Full();
        slots[0].open();
    }
}

class Slot {
    void open() {}
}

class Full extends Slot {
    @Override
    void open() {}
}
