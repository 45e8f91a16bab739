"""Programs with labels: download, sandboxed execution, mutants, features and graphs."""
