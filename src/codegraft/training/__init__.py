"""What the models share: device, seeds, checkpoints."""
