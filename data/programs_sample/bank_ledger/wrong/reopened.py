from collections import defaultdict

balance = defaultdict(int)
known = set()
report = []
for _ in range(int(input())):
    command, *args = input().split()
    fine = True
    if command == "open":
        known.add(args[0])
        balance[args[0]] = 0
    else:
        *names, amount = args
        amount = int(amount)
        fine = amount > 0 and all(name in known for name in names)
        if fine and command != "deposit":
            fine = balance[names[0]] >= amount
        if fine:
            if command != "deposit":
                balance[names[0]] -= amount
            if command != "withdraw":
                balance[names[-1]] += amount
    report.append("ok" if fine else "failed")
print("\n".join(report))
for name in sorted(known):
    print(name, balance[name])
