n = int(input())
room = [""] * n
while True:
    try:
        words = input().split()
    except EOFError:
        break
    order, names = words[0], words[1:]
    strangers = [name for name in names if name not in room]
    if order == "who":
        try:
            print(room[int(names[0]) - 1] or "free")
        except (IndexError, ValueError):
            print("bad locker")
    elif order == "in":
        if not strangers:
            print("already in")
        elif "" in room:
            place = room.index("")
            room[place] = names[0]
            print(place + 1)
        else:
            print("full")
    elif strangers:
        print("unknown", strangers[0])
    elif order == "out":
        place = room.index(names[0])
        room[place] = ""
        print(place + 1)
    else:
        i, j = map(room.index, names)
        room[i], room[j] = room[j], room[i]
