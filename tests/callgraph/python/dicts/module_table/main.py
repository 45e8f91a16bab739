from table import ACTIONS

ACTIONS["save"]()
