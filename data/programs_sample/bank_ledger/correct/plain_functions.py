import sys
from typing import Callable

accounts: dict[str, int] = {}


def do_open(name: str) -> bool:
    if name in accounts:
        return False
    accounts[name] = 0
    return True


def do_deposit(name: str, amount: str) -> bool:
    if name not in accounts or int(amount) <= 0:
        return False
    accounts[name] += int(amount)
    return True


def do_withdraw(name: str, amount: str) -> bool:
    if name not in accounts or not 0 < int(amount) <= accounts[name]:
        return False
    accounts[name] -= int(amount)
    return True


def do_transfer(source: str, target: str, amount: str) -> bool:
    return target in accounts and do_withdraw(source, amount) and do_deposit(target, amount)


COMMANDS: dict[str, Callable[..., bool]] = {
    "open": do_open, "deposit": do_deposit, "withdraw": do_withdraw, "transfer": do_transfer,
}
_, *rows = sys.stdin.read().splitlines()
for row in rows:
    name, *rest = row.split()
    print("ok" if COMMANDS[name](*rest) else "failed")
for item in sorted(accounts.items()):
    print(*item)
