package demo;

public class Main {
    public static void main(String[] args) {
        Pair<Left, Right> pair = new Pair<>(new Left(), new Right());
        pair.first.show();
        pair.second.show();
    }
}

class Pair<A, B> {
    final A first;
    final B second;

    Pair(A first, B second) {
        this.first = first;
        this.second = second;
    }
}

class Left {
    void show() {}
}

class Right {
    void show() {}
}
