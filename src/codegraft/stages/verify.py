"""Stage ``verify``: metrics, series and artifacts -> which gates hold, and the run's metadata.

It ends well whatever the gates say, so that an experiment with a worse model is recorded too; ``codegraft verify`` is
what fails.
"""

from pathlib import Path

from codegraft.files import write_json
from codegraft.params import load_params
from codegraft.stages import SECONDS, run
from codegraft.verify.artifacts import digests
from codegraft.verify.environment import read_seconds
from codegraft.verify.gates import judge, report_of
from codegraft.verify.metadata import metadata_of, write_metadata
from codegraft.verify.places import ARTIFACTS, GATES_FILE, METRICS, SERIES
from codegraft.verify.records import Records


def main() -> None:
    """Write metrics/gates.json and run_metadata.json.

    Raises:
        VerificationError: a metric is not JSON, or ``gates.optional`` names no gate.
    """
    params = load_params()
    root = Path()
    records = Records(root)
    gates = judge(records, params.gates)
    write_json(GATES_FILE, report_of(gates))
    everything = {
        "hardware": params.hardware,
        "threads": params.threads,
        "seed": params.seed,
        "backend": params.backend,
        "cluster": params.cluster,
        "sources": params.sources.model_dump(),
        "snapshot": params.snapshot.model_dump(),
        "export": params.export.model_dump(),
        "embed_nodes": params.embed_nodes.model_dump(),
        "kg": params.kg.model_dump(),
        "programs": params.programs.model_dump(),
        "graphsage": params.graphsage.model_dump(),
        "chains": params.chains.model_dump(),
        "graphmer": params.graphmer.model_dump(),
        "ablation": params.ablation.model_dump(),
        "linker": params.linker.model_dump(),
        "search": params.search.model_dump(),
        "evaluation": params.evaluation.model_dump(),
        "gates": params.gates.model_dump(),
    }
    found = digests(root, [*ARTIFACTS, *METRICS, *SERIES])
    write_metadata(root, metadata_of(records, gates, everything, found, read_seconds(SECONDS)))


if __name__ == "__main__":
    run(main)
