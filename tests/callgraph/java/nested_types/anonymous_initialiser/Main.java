package demo;

public class Main {
    public static void main(String[] args) {
        new Settings() {
            {
                set(1);
            }
        };
    }
}

class Settings {
    void set(int value) {}
}
