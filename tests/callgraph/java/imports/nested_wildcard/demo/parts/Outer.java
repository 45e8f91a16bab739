package demo.parts;

public class Outer {
    public static class First {
        public void run() {}
    }

    public static class Second {
        public static void run() {}
    }
}
