"""Code graph snapshots: source code -> PostgreSQL -> frozen NetworkX graph or PyG tensors, audited."""
