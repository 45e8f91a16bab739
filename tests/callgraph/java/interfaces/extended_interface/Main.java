package demo;

public class Main {
    public static void main(String[] args) {
        Reader reader = new Tape();
        reader.read();
        Device device = reader;
        device.start();
    }
}

interface Device {
    void start();
}

interface Reader extends Device {
    void read();
}

class Tape implements Reader {
    @Override
    public void start() {}

    @Override
    public void read() {}
}
