"""The network over packed chains, and what its training minimises."""
