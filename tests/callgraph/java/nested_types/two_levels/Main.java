package demo;

public class Main {
    public static void main(String[] args) {
        A.B.C.run();
        new A.B().step();
    }
}

class A {
    static class B {
        void step() {}

        static class C {
            static void run() {}
        }
    }
}
