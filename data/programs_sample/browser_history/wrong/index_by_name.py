from typing import List

pages: List[str] = ["start"]
current = "start"
for _ in range(int(input())):
    command, argument = input().split()
    place = pages.index(current)
    if command == "visit":
        pages = pages[:place + 1] + [argument]
        place = len(pages) - 1
    elif command == "back":
        place -= min(place, int(argument))
    else:
        place = min(len(pages) - 1, place + int(argument))
    current = pages[place]
    print(current)
