"""From labelled programs and sources to what a model is taught: packed graphs with their labels, in one directory.

| file | content |
|---|---|
| ``programs.safetensors`` | graphs of all labelled programs, and of functions of the sources whose mistakes are known |
| ``graphs.parquet`` | a row for each of them: :data:`codegraft.programs.examples.EXAMPLES_SCHEMA` |
| ``imports.safetensors`` | graphs of texts without their import statements: programs that people wrote, and functions |
| ``imports.parquet`` | a row for each of them, likewise |
| ``vocabulary.json`` | names of modules and of mistakes, counted over the training split |
| ``schema.json`` | names and documentation of the features, and their hash |
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

from codegraft.errors import ProgramError
from codegraft.files import atomic_directory, write_json
from codegraft.parallel.workers import Workers
from codegraft.params import Programs
from codegraft.programs.examples import EXAMPLES_SCHEMA, Example, examples_of_labels, examples_table
from codegraft.programs.features.extractor import FeatureExtractor
from codegraft.programs.features.schema import FEATURE_DOCS, FEATURE_NAMES, SECTIONS, schema_hash
from codegraft.programs.functions import (
    draw_functions,
    examples_of_functions,
    group_of,
    own_modules,
    split_groups,
    spoil_half,
)
from codegraft.programs.imports import without_imports
from codegraft.programs.labels import MUTANT
from codegraft.programs.packed import PackedGraphs, concatenate, pack
from codegraft.programs.packed_files import load_packed, save_packed
from codegraft.programs.straddling import Placed, straddling
from codegraft.programs.survey import Histories, Survey, runs_of, survey_sources
from codegraft.programs.survivors import unsure_operators
from codegraft.programs.vocabulary import Carrier, Vocabularies, frequent, read_vocabularies, write_vocabularies

FEATURES_DIRECTORY: Final = Path("data/features")
PROGRAMS: Final = "programs.safetensors"
GRAPHS: Final = "graphs.parquet"
IMPORTS: Final = "imports.safetensors"
IMPORTS_ROWS: Final = "imports.parquet"
VOCABULARY: Final = "vocabulary.json"
SCHEMA: Final = "schema.json"


class Taught(NamedTuple):
    """Graphs, and a row for each of them with its labels: :data:`codegraft.programs.examples.EXAMPLES_SCHEMA`."""

    graphs: PackedGraphs
    rows: pa.Table


@dataclass(frozen=True)
class Dataset:
    """``programs`` teach confidence, mistakes and embedding; ``imports``, whose texts import nothing, the imports."""

    programs: Taught
    imports: Taught
    vocabularies: Vocabularies
    schema: str


class Featurized(NamedTuple):
    """A data set and what was found on the way.

    Attributes:
        dataset: to teach a model.
        survey: of all files of the sources.
        straddling: near duplicates across splits, of ``programs`` and of ``functions``; see
            :func:`codegraft.programs.straddling.straddling`.
    """

    dataset: Dataset
    survey: Survey
    straddling: dict[str, dict[str, int]]


def featurize(
    labels: pa.Table, sources: pa.Table, histories: Histories, params: Programs, seed: int, *, workers: Workers
) -> Featurized:
    """Turn labelled programs and functions of the sources into a data set.

    Equal for any workers.

    Raises:
        ProgramError: a history is of a repository that the sources do not have.
        WorkerError: the workers cannot be had, or die.
    """
    _check_histories(histories, sources)
    survey = survey_sources(sources, histories, workers)
    drawn = draw_functions(survey.functions, params.functions, seed)
    splits = split_groups(
        map(group_of, survey.functions), valid_share=params.valid_share, test_share=params.test_share, seed=seed
    )
    functions = examples_of_functions(drawn, splits, own_modules(sources))
    labelled = examples_of_labels(labels)
    whole = labelled + spoil_half(functions, seed, unsure_operators(labels))
    bare = _without_imports([example for example in labelled if example.origin != MUTANT] + functions)
    dataset = Dataset(
        programs=_taught(whole, workers, "programs"),
        imports=_taught(bare, workers, "imports"),
        vocabularies=Vocabularies(
            imports=frequent(_carriers(bare, "imports"), params.imports), bugs=frequent(_carriers(whole, "bugs"))
        ),
        schema=schema_hash(),
    )
    across = {
        title: straddling(
            (Placed(one.split, one.code) for one in examples), threshold=params.near_duplicates, title=title
        )
        for title, examples in (("programs", labelled), ("functions", functions))
    }
    return Featurized(dataset, survey, across)


def write_features(directory: str | Path, dataset: Dataset) -> None:
    """Write a data set as a directory that appears whole; equal content gives equal bytes."""
    with atomic_directory(directory) as place:
        for taught, packed, rows in ((dataset.programs, PROGRAMS, GRAPHS), (dataset.imports, IMPORTS, IMPORTS_ROWS)):
            save_packed(taught.graphs, place / packed, dataset.schema)
            pq.write_table(taught.rows, place / rows, compression="zstd")
        write_vocabularies(place / VOCABULARY, dataset.vocabularies)
        names = [{"name": name, "doc": doc} for name, doc in zip(FEATURE_NAMES, FEATURE_DOCS, strict=True)]
        write_json(place / SCHEMA, {"sha256": dataset.schema, "sections": SECTIONS, "features": names})


def read_dataset(directory: str | Path = FEATURES_DIRECTORY) -> Dataset:
    """What :func:`write_features` wrote, if its features are those that this version computes.

    Raises:
        ProgramError: a file is missing, damaged, of another version, or disagrees with its neighbour.
    """
    place, schema = Path(directory), schema_hash()
    programs, imports = (
        _read_taught(place / packed, place / rows, schema)
        for packed, rows in ((PROGRAMS, GRAPHS), (IMPORTS, IMPORTS_ROWS))
    )
    return Dataset(programs, imports, read_vocabularies(place / VOCABULARY), schema)


def _read_taught(packed: Path, rows: Path, schema: str) -> Taught:
    graphs = load_packed(packed, schema)
    try:
        table = pq.read_table(rows)
    except FileNotFoundError:
        raise ProgramError(f"{rows}: no such file; run `dvc repro featurize`") from None
    except (pa.ArrowException, OSError) as error:
        raise ProgramError(f"{rows}: not readable as Parquet ({error}); run `dvc repro --force featurize`") from None
    if table.schema != EXAMPLES_SCHEMA or table.num_rows != len(graphs):
        raise ProgramError(
            f"{rows}: expected {len(graphs)} rows, as {packed.name} has graphs, of {', '.join(EXAMPLES_SCHEMA.names)}; "
            f"found {table.num_rows} of {', '.join(table.column_names)}; run `dvc repro --force featurize`"
        )
    return Taught(graphs, table)


def _check_histories(histories: Histories, sources: pa.Table) -> None:
    unknown = sorted({repository for repository, _ in histories} - set(sources["repository"].to_pylist()))
    if unknown:
        raise ProgramError(
            f"programs.history: {', '.join(unknown)} is not in the sources; name it as sources.directories does"
        )


def _without_imports(examples: Sequence[Example]) -> list[Example]:
    """The examples with bare texts; of one group, texts that then are equal and import the same once."""
    bare: dict[tuple[object, ...], Example] = {}
    for example in examples:
        code = without_imports(example.code, example.language)
        bare.setdefault((example.problem, code, example.imports), example._replace(code=code))
    return list(bare.values())


def _taught(examples: list[Example], workers: Workers, title: str) -> Taught:
    return Taught(concatenate(workers.spread(_pack, runs_of(examples), title)), examples_table(examples))


def _pack(examples: Sequence[Example]) -> PackedGraphs:
    extractor = FeatureExtractor()
    return pack([extractor.graph(example.code, example.language) for example in examples])


def _carriers(examples: Sequence[Example], field: str) -> list[Carrier]:
    return [Carrier(example.problem, getattr(example, field)) for example in examples if example.split == "train"]
