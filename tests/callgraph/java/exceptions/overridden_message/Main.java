package demo;

public class Main {
    public static void main(String[] args) {
        try {
            run();
        } catch (Problem problem) {
            problem.describe();
        }
    }

    static void run() throws Problem {
        throw new Special();
    }
}

class Problem extends Exception {
    void describe() {}
}

class Special extends Problem {
    @Override
    void describe() {}
}
