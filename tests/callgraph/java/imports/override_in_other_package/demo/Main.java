package demo;

import demo.base.Base;

public class Main {
    public static void main(String[] args) {
        new Child().work();
    }
}

class Child extends Base {
    void hidden() {}

    @Override
    protected void shared() {}
}
