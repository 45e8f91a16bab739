"""Rules about where triples come from: licence and place."""

import numpy as np

from codegraft.kg.rules.codes import Codes, Finding, GraphCodes, codes_in, dictionary, integers


def licences(graph: GraphCodes) -> Finding:
    """The licence of the code that says a triple is allowed."""
    codes, values = dictionary(graph.triples["licence"])
    names = values.to_pylist()
    refused = np.array([not graph.ontology.licences.allows(name) for name in names], bool)
    return Finding(
        len(codes),
        np.flatnonzero(refused[codes]),
        lambda row: f"{graph.describe(row)}: licence {names[codes[row]]!r} is not allowed",
    )


def provenance(graph: GraphCodes) -> Finding:
    """A triple has a place that exists: in a File entity of its repository, and within what that file spans."""
    file, bytes_in, lines_in = _files(graph)
    start, end, line_start, line_end = (
        integers(graph.triples[name]) for name in ("start", "end", "line_start", "line_end")
    )
    wrong = (bytes_in < 0)[file] | (start < 0) | (end > bytes_in[file])
    # Only a file without a byte has places without one.
    wrong |= (end < start) | ((end == start) & (bytes_in[file] > 0))
    wrong |= (line_start < 1) | (line_end < line_start) | (line_end > lines_in[file])

    def text(row: int) -> str:
        if bytes_in[file[row]] < 0:
            return f"{graph.describe(row)}: no such File entity, or one without a span"
        span = f"bytes {start[row]} to {end[row]}, lines {line_start[row]} to {line_end[row]}"
        return f"{graph.describe(row)}: {span}, are not in the file"

    return Finding(len(file), np.flatnonzero(wrong), text)


def _files(graph: GraphCodes) -> tuple[Codes, Codes, Codes]:
    """[t] the file of each triple, and [files + 1] bytes and lines of each; the last stands for no file."""
    entities = graph.entities.filter(graph.type_mask(graph.ontology.subtypes({"File"}))[graph.entity_type])
    repository, repositories = dictionary(graph.triples["repository"])
    path, paths = dictionary(graph.triples["file"])
    wide = len(paths) + 1
    key = codes_in(entities["repository"], repositories) * wide + codes_in(entities["file"], paths)
    order = np.argsort(key, kind="stable")
    wanted = repository * wide + path
    at = np.searchsorted(key[order], wanted)
    absent = np.append(key[order], -1)[at] != wanted
    bytes_in = np.append(integers(entities["end"])[order], -1)
    # An empty file has no line, and what stands in it is on its first.
    lines_in = np.append(np.maximum(integers(entities["line_end"])[order], 1), -1)
    return np.where(absent, len(key), at), bytes_in, lines_in
