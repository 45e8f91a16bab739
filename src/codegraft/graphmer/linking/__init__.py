"""Which entity stands at the other end of a triple: the graph around it, the code, and the two together."""
