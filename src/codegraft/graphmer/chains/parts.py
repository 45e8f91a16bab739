"""What code and triples may be used for. One model serves all three splits, so it learns what all of them learn."""

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from codegraft.graphmer.chains.chains import SPLITS
from codegraft.kg.splits.model import Clusters, Part
from codegraft.kg.splits.string_codes import Codes, encode, file_key, rows_of

Parts = npt.NDArray[np.int8]
"""Codes of ``Part``."""


def split_codes(splits: pa.Table) -> Parts:
    """int8 [t, 3] the part of each triple in each of ``SPLITS``."""
    names = pa.array([part.name.lower() for part in Part])
    return np.stack([rows_of(splits[kind], names) for kind in SPLITS], axis=1).astype(np.int8)


def file_parts(sources: pa.Table, said_in: Codes, splits: Parts, clusters: Clusters) -> Parts:
    """int8 [f] what the code of each file may be used for.

    TRAIN: no inductive split holds out its file or repository. VALID: the repository-inductive split validates with
    its repository, and the file-inductive split does not test with the file. TEST: what else is held out. DROPPED:
    held out, though a near duplicate of it is not, or is of an earlier part.

    Args:
        sources: columns repository, path; [f] rows.
        said_in: [t] row of the file that says each triple, -1 for none.
        splits: [t, 3] as :func:`split_codes` gives them.
        clusters: files that are near duplicates of each other.
    """
    repositories, (repository,) = encode(sources["repository"])
    said = said_in >= 0
    of_file = _held_out(said_in[said], splits[said, SPLITS.index("file_inductive")], len(sources))
    of_repository = _held_out(
        repository[said_in[said]], splits[said, SPLITS.index("repository_inductive")], len(repositories)
    )[repository]
    validates = (of_repository == Part.VALID) & (of_file != Part.TEST)
    part = np.where(np.maximum(of_file, of_repository) == Part.TRAIN, Part.TRAIN, Part.TEST)
    part = np.where(validates, Part.VALID, part).astype(np.int8)
    part[_copies(sources, part, clusters)] = Part.DROPPED
    return part


def group_parts(window_part: Parts, splits: Parts) -> Parts:
    """int8 [g] what triples may be used for, as ``Chains.group_part`` says.

    Args:
        window_part: [g] of the window that a triple hangs in.
        splits: [g, 3] of the triple.
    """
    learned = (window_part == Part.TRAIN) & (splits == Part.TRAIN).all(axis=1)
    validates = (window_part == Part.VALID) & (splits[:, SPLITS.index("repository_inductive")] == Part.VALID)
    asked = np.isin(splits, (Part.VALID, Part.TEST)).any(axis=1)
    parts = np.select([learned, validates, asked], [Part.TRAIN, Part.VALID, Part.TEST], Part.DROPPED)
    return parts.astype(np.int8)


def _held_out(unit: Codes, part: Parts, units: int) -> Parts:
    """[units] the part that a unit's triples are held out for, TRAIN if none is and one is learned, else TEST."""
    counts = np.zeros((units, len(Part)), np.int64)
    np.add.at(counts, (unit, part), 1)
    says = counts > 0
    lost = says[:, Part.DROPPED] & ~says[:, Part.TRAIN]
    choices = [says[:, Part.TEST], says[:, Part.VALID], lost]
    return np.select(choices, [Part.TEST, Part.VALID, Part.TEST], Part.TRAIN).astype(np.int8)


def _copies(sources: pa.Table, part: Parts, clusters: Clusters) -> Codes:
    """Rows of files that a near duplicate precedes in an earlier part."""
    keys = pc.binary_join_element_wise(sources["repository"], sources["path"], file_key("", ""))
    late = [np.zeros(0, np.int64)]
    for cluster in clusters:
        rows = rows_of(pa.array([file_key(*file) for file in cluster], pa.string()), keys)
        rows = rows[rows >= 0]
        late.append(rows[part[rows] > part[rows].min(initial=Part.DROPPED)])
    return np.concatenate(late)
