"""Training of the encoder: profiles of hardware, steps, evaluation, checkpoints, the runs of all seeds."""
