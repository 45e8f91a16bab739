class Account:
    def __init__(self, name):
        self.name = name
        self.balance = 0

    def add(self, amount):
        if self.balance + amount < 0:
            raise ValueError("balance too small")
        self.balance += amount


def positive(text):
    number = int(text)
    if number <= 0:
        raise ValueError(text)
    return number


accounts = {}
for _ in range(int(input())):
    command, name, *rest = input().split()
    try:
        if command == "open":
            if name in accounts:
                raise KeyError(name)
            accounts[name] = Account(name)
        elif command == "deposit":
            accounts[name].add(positive(rest[0]))
        elif command == "withdraw":
            accounts[name].add(-positive(rest[0]))
        else:
            other = accounts[rest[0]]
            accounts[name].add(-positive(rest[1]))
            other.add(positive(rest[1]))
        print("ok")
    except KeyError:
        print("failed")
for name in sorted(accounts):
    print(name, accounts[name].balance)
