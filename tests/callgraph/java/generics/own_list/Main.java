package demo;

public class Main {
    public static void main(String[] args) {
        Stack<Plate> stack = new Stack<>();
        stack.push(new Plate());
        stack.pop().wash();
    }
}

class Stack<E> {
    private final Object[] items = new Object[4];
    private int size;

    void push(E item) {
        items[size++] = item;
    }

    @SuppressWarnings("unchecked")
    E pop() {
        return (E) items[--size];
    }
}

class Plate {
    void wash() {}
}
