"""Runs of the pipeline as DVC keeps them (``dvc exp``): listed, compared, cleaned away, and summed up for a review."""
