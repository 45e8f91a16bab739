package demo;

public class Main {
    public static void main(String[] args) {
        StringBuilder builder = new StringBuilder("a");
        builder.append(1).append("text").reverse().toString();
    }
}
