package demo;

public class Main {
    public static void main(String[] args) {
        new First.Builder().build();
        new Second.Builder().build();
    }
}

class First {
    static class Builder {
        First build() {
            return new First();
        }
    }
}

class Second {
    static class Builder {
        Second build() {
            return new Second();
        }
    }
}
