"""run_metadata.json: what a run was made of and what came out, each value read or computed when it is written.

Whoever reads it computes again what can be computed: results from the metrics, hashes from the files.
"""

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from jsonschema import Draft202012Validator

from codegraft.errors import VerificationError
from codegraft.files import rounded, write_json
from codegraft.verify.artifacts import Digest
from codegraft.verify.compare import unequal
from codegraft.verify.environment import code_of, environment, run_name
from codegraft.verify.gates import Gate
from codegraft.verify.places import ARTIFACTS, METADATA_FILE, METRICS, SERIES, made_by
from codegraft.verify.records import Records, definite, read_json

SCHEMA_VERSION: Final = "1.1"
SCHEMA_FILE: Final = Path(__file__).with_name("run_metadata.schema.json")
TRACKED: Final[Mapping[str, str]] = {**ARTIFACTS, **METRICS, **SERIES}
"""What the metadata has checksums of, and the stage that makes each."""

_TRAINING: Final = ("metrics/graphmer_train.json", "metrics/graphsage_train.json", "metrics/linker_train.json")
_DATA: Final = "data/"


def metadata_of(
    records: Records,
    gates: Mapping[str, Gate],
    params: Mapping[str, Any],
    digests: Mapping[str, Digest],
    seconds: Mapping[str, float],
) -> dict[str, Any]:
    """The metadata of a run that lies under ``records.root``.

    Args:
        records: metrics, of which the training results are a part.
        gates: the validation results.
        params: all parameters, nested.
        digests: of :data:`TRACKED`, as far as it is there.
        seconds: wall time of each stage's last run here, as far as it is known.
    """
    content = {
        "schema_version": SCHEMA_VERSION,
        "written_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "code": code_of(records.root),
        "run_name": run_name(records.root, params_hash(params)),
        "environment": environment(),
        "seconds": dict(seconds),
        **computed(records, gates, params, digests),
    }
    exact: dict[str, Any] = rounded(content)
    return exact


def computed(
    records: Records, gates: Mapping[str, Gate], params: Mapping[str, Any], digests: Mapping[str, Digest]
) -> dict[str, Any]:
    """The part of the metadata that whoever has parameters, metrics and artifacts can compute again."""
    own = {path: digests[path] for path in TRACKED if path in digests}
    checksums = {path: digest.sha256 for path, digest in own.items()}
    content = {
        "params_hash": params_hash(params),
        "dataset_hash": dataset_hash(checksums),
        "artifacts": {path: _artifact(path, digest) for path, digest in own.items()},
        "checksums": checksums,
        "training_results": {TRACKED[path]: definite(records.metric(path)) for path in _TRAINING},
        "validation_results": _validation(gates),
    }
    exact: dict[str, Any] = rounded(content)
    return exact


def params_hash(params: Mapping[str, Any]) -> str:
    """SHA-256 of the values of the parameters; comments and order do not count."""
    return _sha256(json.dumps(params, sort_keys=True))


def dataset_hash(checksums: Mapping[str, str]) -> str:
    """SHA-256 of what ``sha256sum`` would print of everything under data/, sorted by path."""
    return _sha256("".join(f"{checksums[path]}  {path}\n" for path in sorted(checksums) if path.startswith(_DATA)))


def write_metadata(root: Path, metadata: Mapping[str, Any]) -> None:
    """Write run_metadata.json, after a look at its schema.

    Raises:
        VerificationError: the metadata is not as the schema has it.
    """
    _hold(metadata)
    write_json(root / METADATA_FILE, metadata)


def read_metadata(root: Path) -> dict[str, Any]:
    """Read run_metadata.json.

    Raises:
        NotMadeError: there is none.
        VerificationError: it is not JSON, or not as the schema has it.
    """
    metadata: dict[str, Any] = read_json(root, METADATA_FILE.as_posix())
    _hold(metadata)
    return metadata


def differences(metadata: Mapping[str, Any], again: Mapping[str, Any]) -> list[str]:
    """Places where metadata do not say what is computed again; artifacts that are not there are not compared.

    Args:
        metadata: as read.
        again: as :func:`computed` makes it.
    """
    present = again["checksums"].keys()
    unknown = [f"checksums of {path}, which no stage makes" for path in sorted(metadata["checksums"].keys() - TRACKED)]
    missing = [f"no checksum of {path}" for path in sorted(TRACKED.keys() - metadata["checksums"].keys())]
    known = {key: metadata[key] for key in ("params_hash", "training_results", "validation_results")}
    known |= {key: {p: v for p, v in metadata[key].items() if p in present} for key in ("artifacts", "checksums")}
    expected = {key: again[key] for key in known}
    changed = [f"{place}: {found}, computed again {value}" for place, found, value in unequal(known, expected)]
    if metadata["dataset_hash"] != dataset_hash(metadata["checksums"]):
        changed.append("dataset_hash: not that of the checksums of data/")
    return [*unknown, *missing, *changed]


def _validation(gates: Mapping[str, Gate]) -> dict[str, Any]:
    missed = {kind: [n for n, g in gates.items() if not g.passed and g.required is kind] for kind in (True, False)}
    return {
        "passed": not missed[True],
        "missed_required": missed[True],
        "missed_optional": missed[False],
        "figures": {name: gate.value for name, gate in gates.items()},
    }


def _artifact(path: str, digest: Digest) -> dict[str, Any]:
    return {"stage": TRACKED[path], "bytes": digest.size, "files": digest.files, "md5": digest.md5}


def _hold(metadata: Mapping[str, Any]) -> None:
    """Against the schema; the message names the first place that is not as it says."""
    schema = json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))
    problems = sorted(
        Draft202012Validator(schema).iter_errors(metadata), key=lambda problem: list(map(str, problem.path))
    )
    if problems:
        place = ".".join(map(str, problems[0].path)) or "(whole file)"
        more = f"; and {len(problems) - 1} more" if len(problems) > 1 else ""
        raise VerificationError(
            f"{METADATA_FILE}: {place}: {problems[0].message[:200]}{more}; "
            f"make it again: {made_by(METADATA_FILE.as_posix())}"
        )


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
