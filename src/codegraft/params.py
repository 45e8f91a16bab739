"""params.yaml as frozen, checked objects. The only reader of that file.

A stage takes the section it needs: ``load_params().export``. Unknown keys, wrong types and impossible mixes are a
:class:`~codegraft.errors.ParamsError` that names the key, the value and what is allowed. Types are strict: the
string ``"1e-3"`` is not a float, because DVC and PyYAML disagree about such scalars.
"""

import re
import uuid
from collections.abc import Hashable, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar

import yaml
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator

from codegraft.errors import CodegraftError, ParamsError, plain
from codegraft.files import read_file

PARAMS_FILE = Path("params.yaml")

MAX_PROBLEMS = 50
"""That a message lists."""

MAX_ALIASES = 100
"""In a file."""

Name = Annotated[str, Field(min_length=1, pattern=r"^(?:[^\s/\\.]|\.+[^\s/\\.])[^\s/\\]*$")]
Text = Annotated[str, Field(min_length=1)]
Seed = Annotated[int, Field(ge=0, lt=2**63)]
Share = Annotated[float, Field(gt=0.0, lt=1.0)]
Positive = Annotated[int, Field(ge=1)]
Weight = Annotated[float, Field(ge=0.0)]
Hardware = Literal["auto", "cpu", "gpu", "mps", "tpu"]


def _refuse_repeats(key: str, values: Sequence[object]) -> None:
    if len(set(values)) != len(values):
        raise ValueError(f"{key} names a value twice: {values}")


def _canonical_uuid(text: str) -> str:
    try:
        return str(uuid.UUID(text))
    except ValueError:
        raise ValueError("a UUID is expected; `codegraft snapshot list` shows those of snapshots") from None


Uuid = Annotated[str, AfterValidator(_canonical_uuid)]


class Section(BaseModel):
    """A strict, frozen group of parameters."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid", allow_inf_nan=False)


S = TypeVar("S", bound=Section)


class Directory(Section):
    """A directory of the user's own code."""

    name: Name
    path: Text
    licence: Text


class Sources(Section):
    """Where code comes from."""

    packages: list[Name]
    directories: list[Directory]
    tests_of: list[Name]
    max_file_bytes: Positive

    @model_validator(mode="after")
    def _names_are_unique(self) -> "Sources":
        names = [normalised(package) for package in self.packages]
        names += [normalised(directory.name) for directory in self.directories]
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            raise ValueError(f"repository named more than once: {', '.join(twice)}")
        if not names:
            raise ValueError("packages and directories are both empty: name at least one")
        _refuse_repeats("tests_of", self.tests_of)
        unknown = sorted(name for name in self.tests_of if normalised(name) not in names)
        if unknown:
            raise ValueError(f"tests_of names no package or directory of sources: {', '.join(unknown)}")
        return self


class Snapshot(Section):
    """What goes into the snapshot and which database it is loaded into."""

    repositories: Literal["all"] | Annotated[list[Name], Field(min_length=1)]
    database: Literal["embedded", "env"]

    @model_validator(mode="after")
    def _repositories_are_unique(self) -> "Snapshot":
        if self.repositories != "all":
            _refuse_repeats("repositories", self.repositories)
        return self


class Export(Section):
    """How a snapshot becomes tensors."""

    snapshot_id: Uuid | None
    features: Literal["v1", "v2"]
    parent_edges: bool
    edge_features: bool
    dangling: Literal["error", "drop"]
    kinds: Annotated[list[Name], Field(min_length=1)] | None
    around: Uuid | None
    hops: Annotated[int, Field(ge=0)] | None
    component: Annotated[int, Field(ge=0)] | None

    @model_validator(mode="after")
    def _one_selection(self) -> "Export":
        if self.around is not None and self.component is not None:
            raise ValueError("around and component exclude each other: set one of them to null")
        if (self.around is None) != (self.hops is None):
            raise ValueError(f"around ({self.around}) and hops ({self.hops}) go together: set both or neither")
        _refuse_repeats("kinds", self.kinds or [])
        return self


class EmbedNodes(Section):
    """Training of the label-free node encoders."""

    layers: Annotated[list[Annotated[int, Field(ge=1, le=3)]], Field(min_length=1)]
    hidden: Positive
    epochs: Positive
    batch_nodes: Positive
    train_nodes: Positive
    test_nodes: Positive
    lr: Annotated[float, Field(gt=0.0)]
    mask_share: Share
    test_share: Share
    seeds: Annotated[list[Seed], Field(min_length=2)]
    tsne_points: Annotated[int, Field(ge=10)]
    tsne_perplexity: Annotated[float, Field(gt=0.0)]

    @model_validator(mode="after")
    def _perplexity_fits(self) -> "EmbedNodes":
        if self.tsne_perplexity >= self.tsne_points:
            raise ValueError(f"tsne_perplexity must be below tsne_points ({self.tsne_points})")
        for key in ("layers", "seeds"):
            _refuse_repeats(key, getattr(self, key))
        return self


class Kg(Section):
    """How the knowledge graph is built, checked and split."""

    strict: bool
    jobs: Annotated[int, Field(ge=1, le=256)]
    test_share: Share
    valid_share: Share
    near_duplicates: Annotated[float, Field(ge=0.75, le=1.0)]

    @model_validator(mode="after")
    def _something_is_left(self) -> "Kg":
        if self.test_share + self.valid_share >= 1.0:
            raise ValueError(f"test_share + valid_share is {self.test_share + self.valid_share}: nothing to train on")
        return self


class Programs(Section):
    """Which programs are downloaded, how they are executed for labels, and what is made of them."""

    source: Literal["sample", "path", "hub"]
    path: Text | None
    hub: Text
    revision: Annotated[str, Field(pattern=r"^[0-9a-f]{40}$")]
    limit: Positive | None
    solutions: Positive
    tests: Positive
    valid_share: Share
    test_share: Share
    near_duplicates: Annotated[float, Field(ge=0.75, le=1.0)]
    isolation: Literal["namespaces", "limits"]
    jobs: Annotated[int, Field(ge=1, le=256)]
    mutants: Annotated[int, Field(ge=0)]
    functions: Annotated[int, Field(ge=0)]
    imports: Positive
    history: list[Text]

    @model_validator(mode="after")
    def _source_is_named(self) -> "Programs":
        if (self.source == "path") != (self.path is not None):
            raise ValueError(
                f"source is {self.source}, path is {self.path}: path goes with source: path, and only with it"
            )
        if self.test_share + self.valid_share >= 1.0:
            raise ValueError(f"test_share + valid_share is {self.test_share + self.valid_share}: nothing to train on")
        return self


class LossWeights(Section):
    """Weight of each term of the loss; 0 leaves it out."""

    confidence: Weight
    ranking: Weight
    embedding: Weight
    imports: Weight
    bugs: Weight


class Graphsage(Section):
    """How the network over program graphs is trained."""

    epochs: Positive
    batch_size: Positive
    lr: Annotated[float, Field(gt=0.0)]
    weight_decay: Weight
    dropout: Annotated[float, Field(ge=0.0, lt=1.0)]
    clip_norm: Annotated[float, Field(gt=0.0)]
    plateau_patience: Positive
    plateau_factor: Share
    early_stopping: Positive
    min_delta: Weight
    checkpoint_every: Positive
    temperature: Annotated[float, Field(gt=0.0)]
    loss_weights: LossWeights
    seeds: Annotated[list[Seed], Field(min_length=2)]
    jobs: Annotated[int, Field(ge=1, le=256)]

    @model_validator(mode="after")
    def _seeds_are_unique(self) -> "Graphsage":
        _refuse_repeats("seeds", self.seeds)
        return self


class LeafyChains(Section):
    """How code is cut into windows and triples are hung on it."""

    vocabulary: Annotated[int, Field(ge=512)]
    roots: Annotated[int, Field(ge=16, le=4096)]
    tail_slots: Annotated[int, Field(ge=1, le=64)]
    groups_per_anchor: Positive


_SIZES = ("tiny", "small", "base")


def _chosen(name: str, value: object, size: str) -> object:
    """The value for a size, where there is one for each."""
    if not isinstance(value, dict) or not value or not set(value) <= set(_SIZES):
        return value
    if size not in value:
        raise ValueError(f"{name} has no value for size {size}")
    return value[size]


class GraphmerWeights(Section):
    """Weight of each term of the encoder's loss; 0 leaves it out."""

    mlm: Weight
    mnm: Weight
    antisymmetry: Weight
    acyclicity: Weight
    contrastive: Weight


class Graphmer(Section):
    """How the encoder is trained on leafy chains.

    In the file a value may be a mapping from sizes to values: then that of ``size`` counts.
    """

    size: Literal["tiny", "small", "base"]
    threads: Annotated[int, Field(ge=1, le=256)]
    head_tokens: Annotated[int, Field(ge=1, le=64)]
    mlm_rate: Share
    mnm_rate: Share
    length: Annotated[int, Field(ge=32, le=65_536)]
    batch_tokens: Positive
    steps: Positive
    warmup: Annotated[int, Field(ge=0)]
    lr: Annotated[float, Field(gt=0.0)]
    weight_decay: Weight
    dropout: Annotated[float, Field(ge=0.0, lt=1.0)]
    clip_norm: Annotated[float, Field(gt=0.0)]
    eval_every: Positive
    eval_windows: Positive | None
    checkpoint_every: Positive
    loss_weights: GraphmerWeights
    use_positions: bool
    use_decay: bool
    use_rel_attention_bias: bool
    use_fusion: bool
    use_leaves: bool
    paper_mode: bool
    seeds: Annotated[list[Seed], Field(min_length=1)]

    @model_validator(mode="before")
    @classmethod
    def _of_its_size(cls, values: Any) -> Any:
        if not isinstance(values, dict) or values.get("size") not in _SIZES:
            return values
        return {name: _chosen(name, value, values["size"]) for name, value in values.items()}

    @model_validator(mode="after")
    def _seeds_are_unique(self) -> "Graphmer":
        _refuse_repeats("seeds", self.seeds)
        return self


class Linker(Section):
    """How answers to questions about the knowledge graph are learned: a reader of code, and weights of all evidence."""

    width: Positive
    epochs: Positive
    batch: Annotated[int, Field(ge=2)]
    rivals: Positive
    lr: Annotated[float, Field(gt=0.0)]
    weight_decay: Weight
    questions: Positive
    shrinkage: Weight
    seeds: Annotated[list[Seed], Field(min_length=1)]
    jobs: Annotated[int, Field(ge=1, le=256)]

    @model_validator(mode="after")
    def _seeds_are_unique(self) -> "Linker":
        _refuse_repeats("seeds", self.seeds)
        return self


class Ablation(Section):
    """How the encoder is trained without each of its parts, and on how much that is judged."""

    steps: Positive
    seeds: Annotated[list[Seed], Field(min_length=3)]
    windows: Positive | None

    @model_validator(mode="after")
    def _seeds_are_unique(self) -> "Ablation":
        _refuse_repeats("seeds", self.seeds)
        return self


class Search(Section):
    """How the search of code by documentation is trained."""

    dimensions: Positive
    epochs: Positive
    batch_size: Annotated[int, Field(ge=2)]
    lr: Annotated[float, Field(gt=0.0)]
    dropout: Annotated[float, Field(ge=0.0, lt=1.0)]
    name_dropout: Annotated[float, Field(ge=0.0, lt=1.0)]
    temperature: Annotated[float, Field(gt=0.0)]
    seeds: Annotated[list[Seed], Field(min_length=1)]

    @model_validator(mode="after")
    def _seeds_are_unique(self) -> "Search":
        _refuse_repeats("seeds", self.seeds)
        return self


class Evaluation(Section):
    """How linker and encoders are evaluated."""

    questions: Positive
    jobs: Annotated[int, Field(ge=1, le=256)]


class GraphsageGates(Section):
    """What the evaluation of the network over program graphs has to show."""

    auroc_within_problem: float
    gain_over_untrained: float
    spread: float
    ece: float
    imports_gain: float
    bugs_auroc: float
    retrieval_gain: float


class GraphmerGates(Section):
    """What the spec asks of link prediction on unseen repositories and of the tasks beside it."""

    link_prediction_mrr: Share
    link_prediction_hits_at_10: Share
    disambiguation_accuracy: Share
    code_search_mrr_at_10: Share
    call_graph_f1: Share
    dependency_f1: Share
    violations: Share


class GraphGates(Section):
    """What the knowledge graph has to be."""

    triples: Positive
    domain_range: Share


class TrainingGates(Section):
    """What training has to show, whatever the model."""

    mnm_gain: float
    relation_bias_gain: float
    loss_rise: float
    margin: float


class LatencyGates(Section):
    """How fast a prediction has to be."""

    p99_ms: Annotated[float, Field(gt=0.0)]


class Gates(Section):
    """What has to hold of metrics and series."""

    graph: GraphGates
    training: TrainingGates
    latency: LatencyGates
    graphsage: GraphsageGates
    graphmer: GraphmerGates
    optional: list[Name]

    @model_validator(mode="after")
    def _optional_are_unique(self) -> "Gates":
        _refuse_repeats("optional", self.optional)
        return self


class Params(Section):
    """All of params.yaml."""

    hardware: Hardware
    threads: Annotated[int, Field(ge=1, le=256)]
    seed: Seed
    backend: Literal["loky", "dask", "ray"]
    cluster: Text | None
    sources: Sources
    snapshot: Snapshot
    export: Export
    embed_nodes: EmbedNodes
    kg: Kg
    programs: Programs
    graphsage: Graphsage
    chains: LeafyChains
    graphmer: Graphmer
    ablation: Ablation
    linker: Linker
    search: Search
    evaluation: Evaluation
    gates: Gates

    @model_validator(mode="after")
    def _cluster_has_a_backend(self) -> "Params":
        if self.cluster is not None and self.backend == "loky":
            raise ValueError(f"cluster is {self.cluster}, backend is loky: an address goes with dask or ray")
        return self


def load_params(path: str | Path = PARAMS_FILE, changes: Mapping[str, object] | None = None) -> Params:
    """Read and check a parameter file.

    Args:
        path: of the file.
        changes: other values for some of its keys, which are written with dots: ``graphmer.size``.

    Raises:
        ParamsError: the file is missing, is not YAML, or a key or value is not allowed.
    """
    path = Path(path)
    values = read_mapping(path, ParamsError)
    for key, value in (changes or {}).items():
        _place(values, key, value)
    try:
        return Params.model_validate(values)
    except ValidationError as error:
        problems = "\n".join(f"  {_describe(problem)}" for problem in error.errors()[:MAX_PROBLEMS])
        raise ParamsError(f"{path}:\n{problems}") from None


def override(section: S, changes: Mapping[str, object]) -> S:
    """A section with other values for some of its keys, checked as a file's are.

    Raises:
        ParamsError: a value is not allowed.
    """
    try:
        return section.model_validate(section.model_dump() | dict(changes))
    except ValidationError as error:
        raise ParamsError("\n".join(_describe(problem) for problem in error.errors())) from None


def read_mapping(path: Path, error_type: type[CodegraftError]) -> dict[str, Any]:
    """A YAML file that is one mapping, in which no key is given twice.

    Raises:
        CodegraftError: of the given type: the file is missing or is something else.
    """
    try:
        raw = yaml.load(read_file(path).decode(), Loader=_UniqueKeyLoader)
    except FileNotFoundError:
        raise error_type(f"{path}: no such file; run from the repository's root") from None
    except OSError as error:
        raise error_type(f"{path}: cannot be read: {error.strerror}") from None
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        said = "\n".join(map(plain, str(error).splitlines()))
        raise error_type(f"{path}: not readable as YAML: {said}") from None
    if not isinstance(raw, dict):
        raise error_type(f"{path}: expected a mapping of sections, found {type(raw).__name__}")
    return raw


def _place(values: dict[str, Any], key: str, value: object) -> None:
    """Put a value where a key leads to."""
    *sections, name = key.split(".")
    for section in sections:
        values = values[section] if isinstance(values.get(section), dict) else {}
    if name not in values:
        raise ParamsError(f"{key}: unknown key; params.yaml names every parameter")
    values[name] = value


def is_ours(path: str | Path = PARAMS_FILE) -> bool:
    """Whether a file holds this program's parameters; every DVC project has a params.yaml of its own."""
    try:
        raw = yaml.safe_load(Path(path).read_text(encoding="utf-8"))
    except (OSError, yaml.YAMLError, UnicodeDecodeError):
        return False
    return isinstance(raw, dict) and {"sources", "snapshot", "export"} <= raw.keys()


def normalised(name: str) -> str:
    """Distribution names compare without case and with one kind of dash (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _describe(problem: Any) -> str:
    key = plain(".".join(str(part) for part in problem["loc"])) or "(whole file)"
    if problem["type"] == "extra_forbidden":
        return f"{key}: unknown key (value {plain(repr(problem['input']))}); remove it or correct its spelling"
    if problem["type"] == "missing":
        return f"{key}: missing; params.yaml names every parameter"
    message = problem["msg"].removeprefix("Value error, ")
    if isinstance(problem["input"], dict):
        return f"{key}: {message}"
    return f"{key}: {plain(repr(problem['input']))} is not allowed: {message}"


class _UniqueKeyLoader(yaml.SafeLoader):
    """SafeLoader that refuses a key given twice, of which plain YAML silently keeps the last, and what only hostile
    files hold: tags, and aliases within what is anchored, by which thirty lines say more than memory holds."""

    aliases = 0
    anchored = 0

    def compose_node(self, parent: yaml.Node | None, index: Any) -> yaml.Node | None:
        event = self.peek_event()  # type: ignore[no-untyped-call]
        self.aliases += isinstance(event, yaml.AliasEvent)
        if self.aliases > MAX_ALIASES or (self.anchored and isinstance(event, yaml.AliasEvent)):
            raise yaml.MarkedYAMLError(problem="too many aliases, or aliases of aliases", problem_mark=event.start_mark)
        if getattr(event, "tag", None):
            raise yaml.MarkedYAMLError(problem="tags are not read", problem_mark=event.start_mark)
        anchors = bool(event.anchor) and not isinstance(event, yaml.AliasEvent)
        self.anchored += anchors
        node = super().compose_node(parent, index)
        self.anchored -= anchors
        return node

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        seen: set[object] = set()
        for key in (key for key in keys if isinstance(key, Hashable)):
            if key in seen:
                raise yaml.MarkedYAMLError(problem=f"key {key!r} given twice", problem_mark=node.start_mark)
            seen.add(key)
        return super().construct_mapping(node, deep=deep)
