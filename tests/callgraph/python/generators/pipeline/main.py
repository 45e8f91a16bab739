def read():
    yield "a"


def parse(lines):
    for line in lines:
        yield convert(line)


def convert(line):
    return line


list(parse(read()))
