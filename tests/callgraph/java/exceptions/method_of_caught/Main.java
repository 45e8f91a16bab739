package demo;

public class Main {
    public static void main(String[] args) {
        try {
            throw new Rejected();
        } catch (Rejected rejected) {
            rejected.explain();
        }
    }
}

class Rejected extends Exception {
    void explain() {}
}
