from collections import OrderedDict

OrderedDict()
