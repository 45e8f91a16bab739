"""Graphs for the tests of splits: the columns that decide, by hand or random."""

import numpy as np
import pyarrow as pa

COLUMNS = ("head", "relation", "tail", "language", "repository", "file", "resolution")
RELATIONS = ("calls", "defines", "inherits_from", "uses")


def tables(rows, homes):
    """Triples from rows of ``COLUMNS`` and entities from a dict id -> (repository, file)."""
    triples = {name: pa.array([row[place] for row in rows], pa.string()) for place, name in enumerate(COLUMNS)}
    entities = {"id": sorted(homes)}
    entities |= {
        name: [homes[id_][place] for id_ in sorted(homes)] for place, name in enumerate(("repository", "file"))
    }
    return pa.table(triples), pa.table({name: pa.array(column, pa.string()) for name, column in entities.items()})


def random_graph(seed, *, repositories=5, files=6, definitions=4, triples=400, languages=("python", "python", "java")):
    """A graph in which most triples are said where their head is defined, as in the real one."""
    generator = np.random.default_rng(seed)
    homes = {f"<external>:{number}": ("", "") for number in range(6)}
    for r in range(repositories):
        homes[f"r{r}:"] = (f"r{r}", "")
        homes |= {f"r{r}:f{f}.{d}": (f"r{r}", f"f{f}.py") for f in range(files) for d in range(definitions)}
    ids, inside = sorted(homes), sorted(name for name in homes if name.startswith("r"))
    rows = {}
    for _ in range(triples):
        head, tail = str(generator.choice(inside)), str(generator.choice(ids))
        near = [name for name in inside if homes[name] == homes[head]]
        tail = str(generator.choice(near)) if generator.random() < 0.5 else tail
        repository, file = homes[head]
        file = f"f{generator.integers(files)}.py" if generator.random() < 0.05 else file
        relation = str(generator.choice(RELATIONS, p=[0.6, 0.25, 0.1, 0.05]))
        language = languages[int(repository[1:]) % len(languages)]
        rows[head, relation, tail] = (head, relation, tail, language, repository, file, "exact")
    return tables(list(rows.values()), homes)
