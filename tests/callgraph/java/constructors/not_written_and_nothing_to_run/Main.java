package demo;

public class Main {
    public static void main(String[] args) {
        new Empty().use();
    }
}

class Empty {
    int count = 3;

    void use() {}
}
