"""From code models to the knowledge graph."""
