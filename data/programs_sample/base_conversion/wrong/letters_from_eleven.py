import sys


def digit(d):
    if d < 10:
        return str(d)
    return chr(ord("A") + d - 11)


def main():
    for line in sys.stdin:
        a, b, word = line.split()
        n = int(word, int(a))
        if n < 0:
            print("-", end="")
            n = -n
        out = [digit(n % int(b))]
        while n >= int(b):
            n //= int(b)
            out.append(digit(n % int(b)))
        print("".join(reversed(out)))


main()
