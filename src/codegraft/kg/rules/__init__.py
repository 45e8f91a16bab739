"""Rules that a knowledge graph is checked against, over columns."""
