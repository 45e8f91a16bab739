import sys


def spread(words, width):
    """Put dots between the words until the line is full."""
    if len(words) == 1:
        return words[0].ljust(width, ".")
    dots = width - sum(len(word) for word in words)
    line = ""
    for i, word in enumerate(words):
        line += word
        left = len(words) - 1 - i
        if left:
            now = -(-dots // left)
            line += "." * now
            dots -= now
    return line


def main():
    data = sys.stdin.read().split()
    width, words = int(data[0]), data[1:]
    line = []
    for word in words:
        if line and len(".".join(line)) + 1 + len(word) > width:
            print(spread(line, width))
            line = []
        line.append(word)
    print(spread(line, width))


main()
