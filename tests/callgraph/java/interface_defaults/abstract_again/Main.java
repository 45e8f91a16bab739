package demo;

public class Main {
    public static void main(String[] args) {
        Base value = new Leaf();
        value.run();
    }
}

interface Runner {
    default void run() {}
}

abstract class Base implements Runner {
    @Override
    public abstract void run();
}

class Leaf extends Base {
    @Override
    public void run() {
        step();
    }

    void step() {}
}
