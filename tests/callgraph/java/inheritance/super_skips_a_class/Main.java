package demo;

public class Main {
    public static void main(String[] args) {
        new Leaf().run();
    }
}

class Root {
    void run() {}
}

class Middle extends Root {}

class Leaf extends Middle {
    @Override
    void run() {
        super.run();
    }
}
