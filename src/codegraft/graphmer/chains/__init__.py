"""Source code and triples to leafy chains, and chains as files."""
