import sys


def simplify(path):
    """Keep the names of the folders on a stack."""
    folders = []
    for name in path.split("/"):
        if name == "" or name == ".":
            continue
        if name == "..":
            folders.pop()
        else:
            folders.append(name)
    return "/" + "/".join(folders)


for line in sys.stdin.read().splitlines():
    print(simplify(line))
