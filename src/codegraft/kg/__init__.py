"""The code knowledge graph: an ontology, the triples of real code, and what may be learned from them."""
