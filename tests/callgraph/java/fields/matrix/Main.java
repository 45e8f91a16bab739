package demo;

public class Main {
    public static void main(String[] args) {
        Cell[][] cells = new Cell[2][2];
        cells[0][1] = new Mine();
        cells[0][1].reveal();
    }
}

class Cell {
    void reveal() {}
}

class Mine extends Cell {
    @Override
    void reveal() {}
}
