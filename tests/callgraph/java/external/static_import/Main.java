package demo;

import static java.lang.Math.max;

import java.util.Objects;

public class Main {
    public static void main(String[] args) {
        Objects.requireNonNull(args);
        max(args.length, 1);
    }
}
