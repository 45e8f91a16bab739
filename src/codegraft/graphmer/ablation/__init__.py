"""What the encoder over leafy chains owes to each of its parts."""
