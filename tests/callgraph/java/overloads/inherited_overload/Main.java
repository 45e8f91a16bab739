package demo;

public class Main {
    public static void main(String[] args) {
        Writer writer = new FileWriter();
        writer.write("text");
        new FileWriter().write(1);
    }
}

class Writer {
    void write(String text) {}

    void write(int number) {}
}

class FileWriter extends Writer {
    @Override
    void write(String text) {}
}
