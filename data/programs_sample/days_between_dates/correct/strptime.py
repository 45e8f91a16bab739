from datetime import datetime, timedelta

while True:
    try:
        left, right = input().split()
    except EOFError:
        break
    gap = datetime.strptime(right, "%Y-%m-%d") - datetime.strptime(left, "%Y-%m-%d")
    print(gap // timedelta(days=1))
