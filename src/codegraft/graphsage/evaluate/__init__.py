"""What a trained network is worth: measures, what they are held against, and how sure they are."""
