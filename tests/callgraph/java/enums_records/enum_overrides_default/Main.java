package demo;

public class Main {
    public static void main(String[] args) {
        for (Level level : Level.values()) {
            level.log();
        }
    }
}

enum Level {
    LOW,
    HIGH {
        @Override
        void log() {}
    };

    void log() {}
}
