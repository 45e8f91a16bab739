from tools import choose

choose()()
