package demo;

public class Main {
    public static void main(String[] args) {
        Door door = new Door();
        Opener opener = door;
        Gate gate = door;
        opener.open();
        gate.open();
    }
}

interface Opener {
    void open();
}

interface Gate {
    void open();
}

class Door implements Opener, Gate {
    @Override
    public void open() {}
}

class Lid implements Opener {
    @Override
    public void open() {}
}
