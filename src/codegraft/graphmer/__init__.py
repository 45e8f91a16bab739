"""GraphMER: an encoder of code on which the triples of a knowledge graph hang as leaves."""
