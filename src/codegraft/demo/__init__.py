"""A directory of code as one page: what is in it, and what the trained models say of it."""
