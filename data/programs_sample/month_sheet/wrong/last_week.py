import datetime
import sys


class Month:
    def __init__(self, year, month):
        self.first = datetime.date(year, month, 1)

    def days(self):
        day = self.first
        while day.month == self.first.month:
            yield day
            day += datetime.timedelta(1)

    def show(self):
        week = ["--"] * self.first.weekday()
        for day in self.days():
            week.append(str(day.day))
            if len(week) == 7:
                print(" ".join(week))
                week.clear()


year, month = sys.stdin.readline().split()
Month(int(year), int(month)).show()
