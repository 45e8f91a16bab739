import tools as t
from tools import clean as c

t.tidy()
c()
