package demo;

public class Main {
    public static void main(String[] args) {
        Listener listener = new Listener() {
            @Override
            public void changed() {
                notice();
            }
        };
        fire(listener);
    }

    static void fire(Listener listener) {
        listener.changed();
    }

    static void notice() {}
}

interface Listener {
    void changed();
}
