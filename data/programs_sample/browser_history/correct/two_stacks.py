past, future = ["start"], []
for _ in range(int(input())):
    command, argument = input().split()
    if command == "visit":
        past.append(argument)
        future.clear()
    elif command == "back":
        for _ in range(int(argument)):
            if len(past) > 1:
                future.append(past.pop())
    else:
        for _ in range(int(argument)):
            if future:
                past.append(future.pop())
    print(past[-1])
