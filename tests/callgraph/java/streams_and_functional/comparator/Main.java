package demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

public class Main {
    public static void main(String[] args) {
        List<Task> tasks = new ArrayList<>(List.of(new Task(), new Task()));
        tasks.sort((left, right) -> left.rank() - right.rank());
        tasks.sort(Comparator.comparing(Task::name));
    }
}

class Task {
    int rank() {
        return 1;
    }

    String name() {
        return "task";
    }
}
