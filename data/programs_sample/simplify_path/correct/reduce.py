from functools import reduce


def enter(folder, name):
    if name in ("", "."):
        return folder
    if name == "..":
        return folder[:-1]
    return folder + (name,)


while True:
    try:
        names = input().split("/")
    except EOFError:
        break
    print("/" + "/".join(reduce(enter, names, ())))
