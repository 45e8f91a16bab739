"""What is checked of a finished run: its gates, its files, and every number that its documents show."""
