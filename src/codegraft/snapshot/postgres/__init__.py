"""The database of snapshots: which one, how to connect, its tables, loading rows."""
