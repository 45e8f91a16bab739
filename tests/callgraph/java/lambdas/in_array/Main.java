package demo;

public class Main {
    public static void main(String[] args) {
        Action[] actions = {
            () -> left(),
            () -> right(),
        };
        for (Action action : actions) {
            action.perform();
        }
    }

    static void left() {}

    static void right() {}
}

interface Action {
    void perform();
}
