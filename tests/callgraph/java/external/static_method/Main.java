package demo;

public class Main {
    public static void main(String[] args) {
        int larger = Math.max(1, 2);
        String text = String.valueOf(larger);
    }
}
