package demo;

public class Main {
    public static void main(String[] args) {
        try (Channel channel = connect()) {
            channel.send();
        }
    }

    static Channel connect() {
        return new Secure();
    }
}

class Channel implements AutoCloseable {
    void send() {}

    @Override
    public void close() {}
}

class Secure extends Channel {
    @Override
    public void close() {
        super.close();
    }
}
