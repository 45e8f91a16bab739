import ext
from ext.tools import clean

ext.start()
clean()
