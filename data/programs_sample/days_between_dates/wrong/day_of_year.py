import sys
from datetime import datetime


class Date:
    def __init__(self, text):
        moment = datetime.strptime(text, "%Y-%m-%d")
        self.year = moment.year
        self.day_of_year = moment.timetuple().tm_yday

    def __sub__(self, other):
        return (self.year - other.year) * 365 + self.day_of_year - other.day_of_year


for line in sys.stdin:
    begin, end = map(Date, line.split())
    print(end - begin)
