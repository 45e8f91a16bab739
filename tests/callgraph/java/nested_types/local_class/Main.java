package demo;

public class Main {
    public static void main(String[] args) {
        int base = args.length;
        class Adder {
            private final int start;

            Adder(int start) {
                this.start = start;
            }

            int add(int value) {
                return plus(start + base, value);
            }
        }
        new Adder(1).add(2);
    }

    static int plus(int first, int second) {
        return first + second;
    }
}
