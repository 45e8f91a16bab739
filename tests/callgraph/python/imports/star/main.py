from tools import *

clean()
