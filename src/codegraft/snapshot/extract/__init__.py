"""Source files -> the rows of a snapshot: normalised nodes, resolved edges, ids made from content."""
