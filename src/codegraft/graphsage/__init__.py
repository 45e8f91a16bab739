"""A graph neural network over programs: is it right, what does it import, what is wrong with it, what is it like."""
