"""Name resolution for Java."""
