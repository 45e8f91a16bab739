package demo;

public class Main {
    static Log log;

    public static void main(String[] args) {
        log = new FileLog();
        write();
    }

    static void write() {
        log.append();
    }
}

class Log {
    void append() {}
}

class FileLog extends Log {
    @Override
    void append() {}
}
