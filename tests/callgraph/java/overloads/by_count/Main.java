package demo;

public class Main {
    public static void main(String[] args) {
        add(1);
        add(1, 2);
    }

    static int add(int first) {
        return first;
    }

    static int add(int first, int second) {
        return first + second;
    }

    static int add(int first, int second, int third) {
        return first;
    }
}
