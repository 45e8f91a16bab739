"""Splits of a knowledge graph for learning, and their audit."""
