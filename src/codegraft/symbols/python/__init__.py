"""Name resolution for Python."""
