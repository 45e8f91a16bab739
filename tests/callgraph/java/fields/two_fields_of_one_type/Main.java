package demo;

public class Main {
    public static void main(String[] args) {
        Desk desk = new Desk();
        desk.useLeft();
        desk.useRight();
    }
}

class Desk {
    private final Drawer left = new Wide();
    private final Drawer right = new Deep();

    void useLeft() {
        left.pull();
    }

    void useRight() {
        right.pull();
    }
}

class Drawer {
    void pull() {}
}

class Wide extends Drawer {
    @Override
    void pull() {}
}

class Deep extends Drawer {
    @Override
    void pull() {}
}
