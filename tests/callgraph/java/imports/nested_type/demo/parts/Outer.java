package demo.parts;

public class Outer {
    public static class Inner {
        public static Inner make() {
            return new Inner();
        }

        public void run() {}
    }
}
