import sys


class BankError(Exception):
    """A command that cannot be carried out."""


class Bank:
    def __init__(self):
        self.balances = {}

    def open(self, name):
        if name in self.balances:
            raise BankError(f"{name} exists")
        self.balances[name] = 0

    def deposit(self, name, amount):
        self._check(name, amount)
        self.balances[name] += int(amount)

    def withdraw(self, name, amount):
        self._check(name, amount)
        if self.balances[name] < int(amount):
            raise BankError("not enough money")
        self.balances[name] -= int(amount)

    def transfer(self, source, target, amount):
        self._check(target, amount)
        self.withdraw(source, amount)
        self.deposit(target, amount)

    def _check(self, name, amount):
        if name not in self.balances or int(amount) <= 0:
            raise BankError(f"bad account or amount: {name} {amount}")


bank = Bank()
for line in sys.stdin.read().splitlines()[1:]:
    command, *arguments = line.split()
    try:
        getattr(bank, command)(*arguments)
        print("ok")
    except BankError:
        print("failed")
for name, balance in sorted(bank.balances.items()):
    print(name, balance)
