package demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

public class Main {
    public static void main(String[] args) {
        List<Version> versions = new ArrayList<>();
        versions.add(new Version(2));
        versions.add(new Version(1));
        Collections.sort(versions);
    }
}

class Version implements Comparable<Version> {
    private final int number;

    Version(int number) {
        this.number = number;
    }

    @Override
    public int compareTo(Version other) {
        return number - other.number;
    }
}
