from datetime import date

year, month = map(int, input().split())
days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
if month == 2 and year % 4 == 0 and year % 100 != 0:
    days += 1
row = ["--"] * date(year, month, 1).weekday()
for day in range(1, days + 1):
    row.append(str(day))
    if len(row) == 7:
        print(*row)
        row = []
if row:
    print(*row, *["--"] * (7 - len(row)))
