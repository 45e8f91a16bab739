package demo;

public class Main {
    public static void main(String[] args) {
        Node node = new Leaf();
        node.accept(new Printer());
    }
}

interface Visitor {
    void visitLeaf(Leaf leaf);

    void visitBranch(Branch branch);
}

interface Node {
    void accept(Visitor visitor);
}

class Leaf implements Node {
    @Override
    public void accept(Visitor visitor) {
        visitor.visitLeaf(this);
    }
}

class Branch implements Node {
    @Override
    public void accept(Visitor visitor) {}
}

class Printer implements Visitor {
    @Override
    public void visitLeaf(Leaf leaf) {}

    @Override
    public void visitBranch(Branch branch) {}
}
