"""Label-free node embeddings: GraphSAGE encoders that guess a hidden node's kind from its neighbourhood."""
