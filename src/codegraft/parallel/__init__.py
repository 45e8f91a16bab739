"""Work spread over processes: of this machine, of a Dask cluster, or of a Ray cluster."""
