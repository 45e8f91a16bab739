import calendar

year, month = map(int, input().split())
for week in calendar.monthcalendar(year, month):
    print(*(day or "--" for day in week))
