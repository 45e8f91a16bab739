"""Programs that the tests of features share."""

from textwrap import dedent

PYTHON = dedent(
    '''
    import sys, os.path as p
    from collections import deque


    class Shape(deque):
        """A shape."""

        sides = 1

        def __init__(self, n: int = 3) -> None:
            self.n = n
            self.sides += 1

        @staticmethod
        def twice(x):
            return x * 2

        def area(self):
            return self.n + self.twice(2) + len(p.join("a"))


    def fib(n, memo={}):
        # TODO: since 2019
        if n < 2:
            return 1
        total = 0
        for i in range(n):
            while i > 0 and total < 10:
                total += i - 1
                break
        return fib(n - 1) + sum([j for j in range(n)]) + total


    def main():
        shape = Shape(3)
        print(shape.area(), fib(int(input())), sys.argv[-1])


    main()
    '''
).lstrip()

JAVA = dedent(
    """
    import java.util.List;
    import java.util.Scanner;

    class Shape extends Base {
        private int sides = 0;

        static int twice(int n) {
            int sum = 0;
            for (int i = 0; i < n; i++) {
                sum += i;
                helper(sum);
            }
            return sum;
        }

        static void helper(int k) {
            Scanner scanner = new Scanner(System.in);
        }
    }

    class Base {}
    """
).lstrip()

JAVASCRIPT = 'import x from "y";\nclass A { f(a) { return a === 1 ? `q` : 2 } }\nconst g = (x) => x + 1;\n'
TYPESCRIPT = 'interface I { a: string }\nfunction f(x: number): string { return "" }\n'

OF_LANGUAGE = {"python": PYTHON, "java": JAVA, "javascript": JAVASCRIPT, "typescript": TYPESCRIPT}
