"""Options of commands that spread work."""

from typing import Annotated

import typer

from codegraft.parallel.addresses import Backend

BackendOption = Annotated[
    Backend, typer.Option(help="Whose workers: processes of this machine, or of Dask, or of Ray.")
]
ClusterOption = Annotated[
    str | None,
    typer.Option(help="Address of a running cluster; default: workers of this machine are started."),
]
