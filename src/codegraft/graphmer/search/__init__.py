"""Search for functions by what they do, in words."""
