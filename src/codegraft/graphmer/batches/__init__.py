"""Chains to batches: masks, packed rows, epochs; and what a model is held against on them."""
