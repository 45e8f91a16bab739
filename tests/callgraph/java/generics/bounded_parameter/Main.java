package demo;

public class Main {
    public static void main(String[] args) {
        run(new Job());
    }

    static <T extends Task> void run(T task) {
        task.start();
    }
}

interface Task {
    void start();
}

class Job implements Task {
    @Override
    public void start() {}
}
