"""Whether a machine is ready to train the encoder on a TPU.

for finding in check_tpu(load_params()):
    print(finding.good, finding.what, finding.said)
"""

import importlib.metadata
from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np

from codegraft.errors import CodegraftError, HardwareError
from codegraft.graphmer.batches.batch import Batch
from codegraft.graphmer.batches.collate import collate
from codegraft.graphmer.batches.draws import Draws
from codegraft.graphmer.chains.chains import Chains
from codegraft.graphmer.chains.shards import Header
from codegraft.graphmer.encoder.encoder import GraphMER
from codegraft.graphmer.encoder.regularisers import rules_of
from codegraft.graphmer.training.objective import Objective
from codegraft.graphmer.training.state import optimizer_for
from codegraft.graphmer.training.step import optimize
from codegraft.graphmer.training.task import Task
from codegraft.graphmer.training.xla import XlaRuntime, xla_runtime
from codegraft.kg.ontology import ONTOLOGY_FILE, load_ontology
from codegraft.params import Graphmer, LeafyChains, Params
from codegraft.training.xla import compilations, fallbacks, open_cores

TESTS: Final = Path("tests/graphmer/xla")
"""Tests of training on a TPU; ``make test-xla`` runs them."""

WARM_UP: Final = 2
"""Steps that may compile something: before the first the optimizer has no state."""

STEPS: Final = 5
"""Steps that are tried."""


class Finding(NamedTuple):
    """What was checked, whether it is as it should be, and how it is or what to do."""

    what: str
    good: bool
    said: str


def check_tpu(params: Params, root: Path = Path()) -> list[Finding]:
    """Findings on the tests, torch_xla and its cores, and only if those are there, the parameters and a training step.

    Takes as long as compiling the encoder that ``params`` describe, on this machine, twice.

    Args:
        params: sections ``graphmer`` and ``chains`` are read.
        root: of a checkout.
    """
    findings = [_finding("tests", lambda: _tests(root)), _finding("torch_xla", _cores)]
    graphmer = params.graphmer
    if findings[-1].good:
        findings.append(_finding("parameters", lambda: _cut(xla_runtime(graphmer), graphmer)))
    if findings[-1].good and len(findings) > 2:
        findings.append(_finding("step", lambda: _step(xla_runtime(graphmer), graphmer, params.chains, root)))
    return findings


def _finding(what: str, check: Callable[[], str]) -> Finding:
    try:
        return Finding(what, True, check())
    except CodegraftError as error:
        return Finding(what, False, str(error))


def _tests(root: Path) -> str:
    files = sorted((root / TESTS).glob("test_*.py"))
    if not files:
        raise HardwareError(f"{root / TESTS} holds no tests; run this in a checkout of the repository")
    return f"{len(files)} files in {TESTS}; `make test-xla` runs them"


def _cores() -> str:
    cores = open_cores()
    rehearsal = "" if cores.kind == "TPU" else ", a rehearsal without a TPU"
    return f"version {importlib.metadata.version('torch_xla')}, {cores.number} cores of a {cores.kind}{rehearsal}"


def _cut(runtime: XlaRuntime, params: Graphmer) -> str:
    rows, batches, _ = runtime.cut
    each = rows // runtime.cores.number
    return f"size {params.size}, {runtime.profile.precision}, a step is {batches} times {each} rows for each core"


def _step(runtime: XlaRuntime, params: Graphmer, chains: LeafyChains, root: Path) -> str:
    task = _empty_task(chains, root)
    module = runtime.wrapped(Objective(GraphMER(task.config(params)), task.rules))
    optimizer = optimizer_for(module, params, fused=runtime.profile.fused)
    batch, fallen, compiled = _empty_batch(task, params, runtime.cut.rows), fallbacks(), [compilations()]
    for _ in range(STEPS):
        placed = [runtime.placed(batch) for _ in range(runtime.cut.batches)]
        optimize(module, optimizer, placed, params, runtime, range(len(placed)))
        compiled.append(compilations())
    left = fallbacks() - fallen
    if left:
        raise HardwareError(f"a step leaves the cores for {', '.join(sorted(left))}: torch_xla has no form of them")
    if compiled[-1] > compiled[WARM_UP]:
        raise HardwareError(
            f"programs compiled after each step: {compiled[1:]}; expected none after the first {WARM_UP}"
        )
    return f"{compiled[-1] - compiled[0]} programs compiled in {WARM_UP} steps, none in {STEPS - WARM_UP} more"


def _empty_task(params: LeafyChains, root: Path) -> Task:
    """The task without a window: shapes are all that compiling needs."""
    ontology = load_ontology(root / ONTOLOGY_FILE)
    header = Header(
        vocabulary=params.vocabulary,
        tokenizer="",
        relations=tuple(ontology.relations),
        roots=params.roots,
        tail_slots=params.tail_slots,
        groups_per_anchor=params.groups_per_anchor,
    )
    empty = Chains.pack([])
    return Task(empty, empty, header, rules_of(ontology, header.relations), data="")


def _empty_batch(task: Task, params: Graphmer, rows: int) -> Batch:
    masker = task.masker(params, rows)
    return collate(task.train, masker.mask(task.train, Draws(0, 1)), np.empty(0, np.int64), masker.shape)
