"""Whether what the stages wrote holds: gates over metrics and series, checksums of artifacts, the run's metadata."""
