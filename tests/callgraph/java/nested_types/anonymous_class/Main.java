package demo;

public class Main {
    public static void main(String[] args) {
        Task task = new Task(2) {
            @Override
            void run() {
                super.run();
                extra();
            }

            void extra() {}
        };
        task.run();
    }
}

class Task {
    Task(int times) {}

    void run() {}
}
