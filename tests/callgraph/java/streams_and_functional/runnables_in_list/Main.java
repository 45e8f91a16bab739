package demo;

import java.util.ArrayList;
import java.util.List;

public class Main {
    private final List<Runnable> tasks = new ArrayList<>();

    void add(Runnable task) {
        tasks.add(task);
    }

    void runAll() {
        for (Runnable task : tasks) {
            task.run();
        }
    }

    public static void main(String[] args) {
        Main main = new Main();
        main.add(() -> left());
        main.add(Main::right);
        main.runAll();
    }

    static void left() {}

    static void right() {}
}
