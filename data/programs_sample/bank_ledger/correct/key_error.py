balance = {}
for _ in range(int(input())):
    parts = input().split()
    try:
        if parts[0] == "open":
            if parts[1] in balance:
                raise KeyError(parts[1])
            balance[parts[1]] = 0
        else:
            amount = int(parts[-1])
            if amount <= 0:
                raise ValueError(amount)
            changed = dict(balance)
            if parts[0] != "deposit":
                changed[parts[1]] -= amount
                if changed[parts[1]] < 0:
                    raise ValueError(changed[parts[1]])
            if parts[0] != "withdraw":
                changed[parts[-2]] += amount
            balance = changed
        print("ok")
    except (KeyError, ValueError):
        print("failed")
for name in sorted(balance):
    print(name, balance[name])
