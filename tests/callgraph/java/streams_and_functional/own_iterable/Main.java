package demo;

import java.util.Iterator;

public class Main {
    public static void main(String[] args) {
        for (String text : new Words()) {
            show(text);
        }
    }

    static void show(String text) {}
}

class Words implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
        return new Cursor();
    }
}

class Cursor implements Iterator<String> {
    private boolean done;

    @Override
    public boolean hasNext() {
        return !done;
    }

    @Override
    public String next() {
        done = true;
        return "word";
    }
}
