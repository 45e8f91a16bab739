package demo;

public class Main {
    public static void main(String[] args) {
        Base value = new Leaf();
        value.run();
    }
}

class Base {
    void run() {}
}

class Middle extends Base {
    @Override
    void run() {
        step();
    }

    void step() {}
}

class Leaf extends Middle {
    void other() {}
}
