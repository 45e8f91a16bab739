"""Whether a finished run holds: its gates, checksums and metadata, and every number that its documents show."""
