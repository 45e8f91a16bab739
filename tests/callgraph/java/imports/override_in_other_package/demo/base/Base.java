package demo.base;

public class Base {
    public void work() {
        hidden();
        shared();
    }

    void hidden() {}

    protected void shared() {}
}
