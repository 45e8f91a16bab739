"""Source text to syntax facts, by tree-sitter; one query file per language."""
