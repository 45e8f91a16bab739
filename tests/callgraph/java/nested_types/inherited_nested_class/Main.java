package demo;

public class Main {
    public static void main(String[] args) {
        new Child().make().run();
    }
}

class Parent {
    static class Worker {
        void run() {}
    }
}

class Child extends Parent {
    Worker make() {
        return new Worker();
    }
}

class Worker {
    void run() {}
}
