"""Call edges against a known truth."""
