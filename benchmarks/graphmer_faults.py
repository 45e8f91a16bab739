"""Bad input to, and bad ends of, the chains and the encoder, tried for real: the table of what each gave.

    python -m benchmarks.graphmer_faults                 # prints it
    python -m benchmarks.graphmer_faults faults.md       # and writes it

About a minute on one core; everything lives in a temporary directory. Each case runs a command as ``python -m``
would, in a fork of this process, which has loaded the libraries already.
"""

import hashlib
import json
import multiprocessing
import os
import pickle
import resource
import runpy
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq
import torch
import yaml
from huggingface_hub import constants
from safetensors import safe_open
from safetensors.torch import load_file, save_file

from benchmarks.graphsage_faults import Hostile
from codegraft.errors import CodegraftError
from codegraft.graphmer.chains import encode, figures, leaks
from codegraft.graphmer.chains.shards import MANIFEST_FILE
from codegraft.graphmer.chains.tokenizer import CodeTokenizer
from codegraft.graphmer.hub import PretrainedGraphMER
from codegraft.graphmer.training import own_run, report, task, train
from codegraft.graphmer.training.checkpoint import CHECKPOINT, MODEL, load_model
from codegraft.kg.ontology import ONTOLOGY_FILE
from codegraft.kg.splits.table import write_splits
from codegraft.kg.store import TRIPLES_FILE, write_kg
from codegraft.sources import SCHEMA
from codegraft.training.checkpoint import read_checkpoint, write_checkpoint
from tests.graphmer.chains import corpora
from tests.graphmer.training.cases import all_params
from tests.graphmer.training.stored import store

LOADED = (encode, figures, leaks, own_run, report, task, train)
"""Modules that the commands import; a fork finds them loaded."""

RUN = ".codegraft/graphmer/*"
SHARD = "data/chains/shard-00000.safetensors"
TRAIN = ("codegraft", "graphmer", "train", "--seed", "0")
ENCODE = ("codegraft.stages.encode_chains",)

Change = Callable[[Path], object]
Setup = Callable[[], object]


class Case(NamedTuple):
    """A row of the table.

    Attributes:
        tried: what was done.
        code: of the process, negative if a signal ended it.
        said: the last line, after which remarks of the case may follow.
        traceback: whether one was shown.
        left: files that the process began and did not end.
    """

    tried: str
    code: int
    said: str
    traceback: bool
    left: list[str]

    def row(self) -> str:
        """In Markdown."""
        said, left = self.said.replace("|", "\\|"), ", ".join(self.left) or "none"
        return f"| {self.tried} | {self.code} | {said} | {'**yes**' if self.traceback else 'no'} | {left} |"

    def and_so(self, remark: str) -> "Case":
        """The case with a remark."""
        return self._replace(said=f"{self.said} — *{remark}*")


def nothing() -> None:
    """Arrange for nothing."""


def forked(tried: str, place: Path, call: Callable[[], object], setup: Setup = nothing) -> Case:
    """Do something in a process of its own, in a directory, after ``setup`` in that process."""
    before = stamps(place)
    reader, writer = os.pipe()
    process = multiprocessing.get_context("fork").Process(target=inside, args=(place, writer, call, setup))
    process.start()
    os.close(writer)
    with os.fdopen(reader, encoding="utf-8", errors="replace") as output:
        text = output.read().replace(f"{place}/", "").replace("\0", "\\0")
    process.join()
    changed = [path for path, stamp in stamps(place).items() if before.get(path) != stamp]
    left = [str(path.relative_to(place)) for path in changed if not is_whole(path)]
    return Case(tried, process.exitcode or 0, last_line(text), "Traceback" in text, left)


def inside(place: Path, output: int, call: Callable[[], object], setup: Setup) -> None:
    """What the process does."""
    os.dup2(output, 1)
    os.dup2(output, 2)
    os.chdir(place)
    setup()
    call()


def last_line(text: str) -> str:
    """The beginning and the end of it; a message of several lines in one, and without the frames around it."""
    framed = text.rpartition("─ Error ─")[2] if "─ Error ─" in text else ""
    _, error, message = f"\n{framed and 'error: '}{framed or text}".rpartition("\nerror: ")
    lines = [line for line in (line.strip(" \t│╭╮╰╯─^~") for line in message.splitlines()) if line]
    said = " / ".join([f"error: {lines[0]}", *lines[1:]] if error else lines[-1:]) or "*nothing*"
    return said if len(said) <= 330 else f"{said[:220]} … {said[-100:]}"


def stamps(place: Path) -> dict[Path, int]:
    """When each file was last changed."""
    return {path: path.stat().st_mtime_ns for path in sorted(place.rglob("*")) if path.is_file()}


def is_whole(path: Path) -> bool:
    """Whether a file was ended; of those of tensors and tables, by reading them."""
    if any(part.endswith(".partial") for part in path.parts):
        return False
    try:
        match path.suffix:
            case ".pt":
                torch.load(path, weights_only=True)
            case ".safetensors":
                safe_open(path, "pt").keys()
            case ".parquet":
                pq.read_table(path)
            case ".json":
                json.loads(path.read_text())
    except (OSError, RuntimeError, ValueError):
        return False
    return True


def command(tried: str, place: Path, module: str, *arguments: str, setup: Setup = nothing) -> Case:
    """Run ``python -m module arguments``."""

    def call() -> None:
        sys.argv = [module, *arguments]
        runpy.run_module(module, run_name="__main__", alter_sys=True)

    return forked(tried, place, call, setup)


def called(owner: object, name: str, count: int, then: Callable[[], object]) -> Setup:
    """Do something when a function is called for the ``count``-th time, before it runs."""

    def setup() -> None:
        original, calls = getattr(owner, name), 0

        def counted(*arguments: object) -> object:
            nonlocal calls
            calls += 1
            if calls == count:
                then()
            return original(*arguments)

        setattr(owner, name, counted)

    return setup


def killed(owner: object, name: str, count: int, number: int = signal.SIGKILL) -> Setup:
    """A signal to this process at that moment."""
    return called(owner, name, count, lambda: os.kill(os.getpid(), number))


def room_for(size: int) -> None:
    """No file can be larger from now on: what a full disk does, for one process."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


class Bench:
    """A directory with a task that is ready to be trained on, and copies of it to spoil."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.count = 0
        self.task = store(make(root / "task"))
        self.trained = self.fresh()
        whole = command("", self.trained, *TRAIN)
        if whole.code:
            raise RuntimeError(whole.said)
        self.run = next(self.trained.glob(RUN))
        self.ended = self.fresh()
        command("", self.ended, *TRAIN, setup=killed(train, "_learn", 6))

    def fresh(self, *changes: Change, of: Path | None = None) -> Path:
        """A copy, changed."""
        self.count += 1
        place = self.root / str(self.count)
        shutil.copytree(of or self.task, place)
        for change in changes:
            change(place)
        return place

    def train(self, tried: str, *arguments: str, change: Change = lambda place: None, setup: Setup = nothing) -> Case:
        """Train on a copy."""
        return command(tried, self.fresh(change), *TRAIN, *arguments, setup=setup)


def make(directory: Path) -> Path:
    """The directory, which is there now."""
    directory.mkdir(parents=True)
    return directory


def write(name: str, content: bytes) -> Change:
    """Put something in the place of a file."""
    return lambda place: (place / name).write_bytes(content)


def cut(name: str) -> Change:
    """Leave half of a file."""
    return lambda place: (place / name).write_bytes((place / name).read_bytes()[: (place / name).stat().st_size // 2])


def flip(name: str) -> Change:
    """Change a bit in the middle of a file."""

    def change(place: Path) -> None:
        content = bytearray((place / name).read_bytes())
        content[len(content) // 2] ^= 1
        (place / name).write_bytes(content)

    return change


def gone(name: str) -> Change:
    """Take a file or a directory away."""

    def change(place: Path) -> None:
        if (place / name).is_dir():
            shutil.rmtree(place / name)
        else:
            (place / name).unlink()

    return change


def emptied(name: str) -> Change:
    """Put an empty directory in the place of a file or a directory."""

    def change(place: Path) -> None:
        gone(name)(place)
        (place / name).mkdir()

    return change


def set_params(**sections: Any) -> Change:
    """Other parameters in params.yaml: sections with their keys, or keys."""

    def change(place: Path) -> None:
        params = yaml.safe_load((place / "params.yaml").read_text())
        for name, value in sections.items():
            params[name] = {**params[name], **value} if isinstance(value, dict) else value
        (place / "params.yaml").write_text(yaml.safe_dump(params))

    return change


def settings_cases(bench: Bench) -> Iterator[Case]:
    """Parameters that make no sense, and hardware that is not there."""
    for tried, setting in {
        "unknown key": "graphmer.sizes=base",
        "unknown section": "graphmers.size=base",
        "no `=`": "graphmer.size",
        "malformed YAML": "graphmer.lr={",
        "value out of bounds": "graphmer.mlm_rate=1.5",
        "not a finite number": "graphmer.lr=.inf",
        "text in place of a number": "graphmer.lr=1e-3",
        "hostile YAML": 'graphmer.size=!!python/object/apply:os.mkdir ["pwned"]',
        "`batch_tokens` that cannot be cut": "graphmer.batch_tokens=100",
        "`length` of a trillion": "graphmer.length=1000000000000",
        "windows longer than a row": "graphmer.length=32",
        "heads of other lengths than batches": "graphmer.head_tokens=64",
        "paper_mode with positions": "graphmer.paper_mode=true",
        "no seed": "graphmer.seeds=[]",
    }.items():
        yield bench.train(f"train -S: {tried} (`{setting}`)", "-S", setting)
    trillion = 10**12
    huge = ("-S", f"graphmer.length={trillion}", "-S", f"graphmer.batch_tokens={trillion}")
    yield bench.train("train -S: a row of a trillion nodes", *huge)
    for kind in ("gpu", "mps", "tpu"):
        yield bench.train(f"train: profile `{kind}`, hardware absent", "-S", f"hardware={kind}")
    yield command("check-tpu: no torch_xla", bench.fresh(), "codegraft", "graphmer", "check-tpu")
    yield bench.train("train --shard: one process", "--shard")
    yield bench.train("train --seed of 30 digits", "--seed", "9" * 30)
    yield bench.train("train --steps 0", "--steps", "0")
    yield bench.train("train --config: no such file", "--config", "none.yaml")
    yield bench.train("train --config: no YAML", change=write("params.yaml", b"\x00\xff{"))
    yield bench.train("train --config: a section is missing", change=write("params.yaml", b"hardware: cpu\n"))


def chains_cases(bench: Bench) -> Iterator[Case]:
    """Chains that are not as they were written."""
    manifest = f"data/chains/{MANIFEST_FILE}"
    changes: dict[str, Change] = {
        "no chains at all": gone("data/chains"),
        "a bit of a shard is another": flip(SHARD),
        "a shard is cut off": cut(SHARD),
        "a shard is missing": gone(SHARD),
        "a shard is empty": write(SHARD, b""),
        "a shard of another run, with its hash in the manifest": other_shard,
        "manifest is no JSON": write(manifest, b"shards: 3"),
        "manifest is empty": write(manifest, b""),
        "manifest names a file outside (`../../params.yaml`)": renamed_shard,
        "manifest of a million brackets": write(manifest, b"[" * 1_000_000),
        "no windows.parquet": gone("data/chains/windows.parquet"),
        "no tokenizer": gone("models/tokenizer"),
        "tokenizer is no JSON": write("models/tokenizer/tokenizer.json", b"\xff"),
        "tokenizer of another kind": write("models/tokenizer/tokenizer.json", b"{}"),
        "chains were made with another tokenizer": other_tokenizer,
        "ontology lacks the chains' relations": other_ontology,
        "no ontology": gone("data/ontology.yaml"),
    }
    for tried, change in changes.items():
        yield bench.train(f"train: {tried}", change=change)


def renumbered(place: Path, change: Callable[[dict[str, Any]], object]) -> None:
    """Change the manifest of chains."""
    path = place / "data/chains" / MANIFEST_FILE
    manifest = json.loads(path.read_text())
    change(manifest)
    path.write_text(json.dumps(manifest))


def other_shard(place: Path) -> None:
    """Tensors with other names, and the manifest agrees."""
    save_file({"tokens": torch.zeros(3)}, place / SHARD)
    digest = hashlib.sha256((place / SHARD).read_bytes()).hexdigest()
    renumbered(place, lambda manifest: manifest["files"].update({Path(SHARD).name: digest}))


def renamed_shard(place: Path) -> None:
    """The manifest names a file of somebody else."""
    digest = hashlib.sha256((place / "params.yaml").read_bytes()).hexdigest()
    renumbered(place, lambda manifest: manifest["files"].update({"../../params.yaml": digest}))


def other_tokenizer(place: Path) -> None:
    """A sound one that learned from other text."""
    CodeTokenizer.train(["other words of another tokenizer " * 9], 300).save(place / "models/tokenizer")


def other_ontology(place: Path) -> None:
    """One relation has another name."""
    path = place / "data/ontology.yaml"
    first = json.loads((place / "data/chains" / MANIFEST_FILE).read_text())["relations"][0]
    path.write_text(path.read_text().replace(f"{first}:", f"{first}_too:"))


def ending_cases(bench: Bench) -> Iterator[Case]:
    """Training that does not come to its end, and goes on."""
    for tried, setup in {
        "SIGKILL before step 6": killed(train, "_learn", 6),
        "SIGKILL while a checkpoint is written": killed(Path, "replace", 4),
        "Ctrl-C before step 6": killed(train, "_learn", 6, signal.SIGINT),
    }.items():
        place = bench.fresh()
        yield command(f"train: {tried}", place, *TRAIN, setup=setup)
        resumed = command("... then train --resume", place, *TRAIN, "--resume")
        yield resumed.and_so(compared(place, bench))
    place = bench.fresh(set_params(graphmer={"seeds": [0]}))
    stage = "codegraft.stages.train_graphmer"
    yield command("stage train_graphmer: SIGKILL before step 6", place, stage, setup=killed(train, "_learn", 6))
    yield command("... then `dvc repro` runs it again", place, stage).and_so(compared(place, bench))
    yield bench.train("train: a learning rate of 1e30", "-S", "graphmer.lr=1.0e+30", "-S", "graphmer.clip_norm=1.0e+30")
    yield from full_disk_cases(bench)


def compared(place: Path, bench: Bench) -> str:
    """Whether the files of a run are those of the uninterrupted one."""
    expected = {path.relative_to(bench.run): path.read_bytes() for path in bench.run.glob("seed_0/*.pt")}
    run = place / bench.run.relative_to(bench.trained)
    differing = [name.name for name, content in expected.items() if (run / name).read_bytes() != content]
    if differing:
        return f"NOT those of the uninterrupted run: {', '.join(differing)}"
    partial = [path.name for path in run.rglob("*.partial")]
    rest = f"; still there: {', '.join(partial)}" if partial else ""
    return f"all {len(expected)} files of weights and state equal those of the uninterrupted run, bit by bit{rest}"


def full_disk_cases(bench: Bench) -> Iterator[Case]:
    """Files that find no room."""
    place = bench.fresh()
    later = called(train, "_learn", 5, partial(room_for, 100_000))
    full = command("train: disk full while a checkpoint is written after step 6", place, *TRAIN, setup=later)
    kept = ", ".join(sorted(path.name for path in place.rglob("*.pt") if is_whole(path)))
    yield full.and_so(f"kept, whole: {kept}")
    yield command("... room is made, then train --resume", place, *TRAIN, "--resume").and_so(compared(place, bench))
    nan = ("-S", "graphmer.lr=1.0e+30", "-S", "graphmer.clip_norm=1.0e+30")
    yield bench.train("train: not finite, and no room for the batches", *nan, setup=partial(room_for, 3_000))
    yield bench.train("train: `.codegraft` is a file", change=write(".codegraft", b""))
    yield bench.train("train --output-dir: a file is there", "--output-dir", "params.yaml")
    for directory in (".", "data"):
        place = bench.fresh()
        case = command(f"train --output-dir {directory}", place, *TRAIN, "--output-dir", directory)
        yield case.and_so(f"data {'is still' if (place / 'data/chains').exists() else 'was DELETED, no longer'} there")


def checkpoint_cases(bench: Bench) -> Iterator[Case]:
    """What ``--resume`` finds in place of a checkpoint."""
    last = f"{bench.run.relative_to(bench.trained)}/seed_0/last.pt"
    other = bench.fresh()
    command("", other, *TRAIN[:-1], "1", setup=killed(train, "_learn", 4))
    changes: dict[str, Change] = {
        "cut short": cut(last),
        "garbage": write(last, bytes(range(256)) * 40),
        "empty": write(last, b""),
        "a directory": emptied(last),
        "hostile pickle": hostile(last, lambda trap, path: path.write_bytes(pickle.dumps(trap))),
        "hostile pickle in an archive": hostile(last, lambda trap, path: torch.save({"kind": trap}, path)),
        "a model, not a checkpoint": lambda place: shutil.copy(place / last.replace("last", "best"), place / last),
        "of another seed's training": lambda place: shutil.copy(next(other.rglob("last.pt")), place / last),
        "of another tokenizer": rewritten(last, tokenizer="5" * 64),
        "of other relations": rewritten(last, relations=["is"]),
        "of another size": rewritten(last, config={"hidden": 768}),
        "without the optimizer": rewritten(last, optimizer=None),
        "optimizer of other weights": rewritten(last, optimizer={"state": {}, "param_groups": []}),
        "with tensors of other shapes": rewritten(last, model={"model.token.weight": torch.zeros(3)}),
        "with a history of texts": rewritten(last, history=["step"]),
        "at a step after the last": rewritten(last, position=[99, 1, 99]),
        "at a step that is a text": rewritten(last, position=["4", 1, 4]),
    }
    for tried, change in changes.items():
        place = bench.fresh(change, of=bench.ended)
        case = command(f"train --resume: last.pt is {tried}", place, *TRAIN, "--resume")
        yield with_trap(case, place) if "hostile" in tried else case


def hostile(name: str, put: Callable[[Hostile, Path], object]) -> Change:
    """A file that makes a directory when it is unpickled."""
    return lambda place: put(Hostile(place / "pwned"), place / name)


def rewritten(name: str, kind: str = CHECKPOINT, **changes: Any) -> Change:
    """A checkpoint with other content, sound as a file."""

    def change(place: Path) -> None:
        content = read_checkpoint(place / name, kind, "")
        write_checkpoint(place / name, content.pop("kind"), {**content, **changes})

    return change


def model_cases(bench: Bench) -> Iterator[Case]:
    """What ``load_model`` finds in a file."""
    place = bench.fresh()
    shutil.copy(next(bench.run.glob("model/model.pt")), place)
    weights = read_checkpoint(place / "model.pt", MODEL, "")["model"]
    weights["token.weight"][3] = torch.nan
    changes: dict[str, Change] = {
        "no such file": gone("model.pt"),
        "cut short": cut("model.pt"),
        "hostile pickle in an archive": hostile("model.pt", lambda trap, path: torch.save({"kind": trap}, path)),
        "NaN among the weights": rewritten("model.pt", MODEL, model=weights),
        "a tensor is missing": rewritten("model.pt", MODEL, model={}),
    }
    for tried, change in changes.items():
        spoilt = bench.fresh(change, of=place)
        case = forked(f"load_model: {tried}", spoilt, partial(loaded, load_model, "model.pt"))
        yield with_trap(case, spoilt) if "hostile" in tried else case
    other = partial(loaded, load_model, "model.pt", tokenizer="5" * 64)
    yield forked("load_model: texts come from another tokenizer", place, other)


def with_trap(case: Case, place: Path) -> Case:
    """The case, with what became of the code in a hostile file."""
    return case.and_so("the code in it RAN" if (place / "pwned").exists() else "the code in it did not run")


def loaded(load: Callable[..., object], *arguments: str, **options: str) -> None:
    """Load an encoder as a program would, and say what is wrong as the command line does."""
    try:
        load(*arguments, **options)
    except CodegraftError as error:
        sys.exit(f"error: {error}")


def pretrained_cases(bench: Bench) -> Iterator[Case]:
    """Directories that ``from_pretrained`` is given."""
    model = load_model(next(bench.run.glob("model/model.pt")))
    place = make(bench.root / "hub")
    PretrainedGraphMER.of(model).save_pretrained(place / "saved")
    weights, load = "saved/model.safetensors", PretrainedGraphMER.from_pretrained
    changes: dict[str, Change] = {
        "nothing spoilt": lambda place: None,
        "no such directory": gone("saved"),
        "an empty directory": emptied("saved"),
        "no weights": gone(weights),
        "no config.json": gone("saved/config.json"),
        "config.json is no JSON": write("saved/config.json", b"{"),
        "config.json is a list": write("saved/config.json", b"[]"),
        "config.json of another model": write("saved/config.json", b'{"hidden_size": 768}'),
        "weights cut off": cut(weights),
        "weights are a pickle": write(weights, pickle.dumps(Hostile(place / "pwned"))),
        "an extra tensor": retensored(lambda tensors: tensors.update(extra=torch.zeros(2))),
        "a tensor is missing": retensored(lambda tensors: tensors.pop("network.token.weight")),
        "NaN among the weights": retensored(lambda tensors: tensors["network.token.weight"][3].fill_(torch.nan)),
        "weights in half precision": retensored(halved),
        "another vocabulary in config.json": reconfigured(lambda meaning: meaning["config"].update(vocabulary=999)),
        "a vocabulary of a trillion": reconfigured(lambda meaning: meaning["config"].update(vocabulary=10**12)),
        "a negative width": reconfigured(lambda meaning: meaning["config"].update(hidden=-4)),
        "a width that is a text": reconfigured(lambda meaning: meaning["config"].update(hidden="wide")),
        "fewer relations than its weights": reconfigured(lambda meaning: meaning.update(relations=["is"])),
    }
    for tried, change in changes.items():
        spoilt = bench.fresh(change, of=place)
        yield forked(f"from_pretrained: {tried}", spoilt, partial(loaded, load, "saved"))
    other = partial(loaded, load, "saved", tokenizer="5" * 64)
    yield forked("from_pretrained: texts come from another tokenizer", place, other)
    yield forked("from_pretrained: NUL in the name", place, partial(loaded, load, "sa\0ved"))


def retensored(change: Callable[[dict[str, torch.Tensor]], object]) -> Change:
    """Other tensors in the directory."""

    def spoil(place: Path) -> None:
        tensors = load_file(place / "saved/model.safetensors")
        change(tensors)
        save_file(tensors, place / "saved/model.safetensors")

    return spoil


def halved(tensors: dict[str, torch.Tensor]) -> None:
    """All in float16."""
    tensors.update({name: tensor.half() for name, tensor in tensors.items()})


def reconfigured(change: Callable[[dict[str, Any]], object]) -> Change:
    """Another meaning in config.json."""

    def spoil(place: Path) -> None:
        path = place / "saved/config.json"
        config = json.loads(path.read_text())
        change(config["meaning"])
        path.write_text(json.dumps(config))

    return spoil


def encode_cases(bench: Bench) -> Iterator[Case]:
    """What ``encode_chains`` is given."""
    corpus, whole = corpora.small(), make(bench.root / "corpus")
    stored(whole, corpus)
    untouched = bench.fresh(of=whole)
    yield with_share_hung(command("encode_chains: nothing spoilt", untouched, *ENCODE), untouched)
    sources, graph = corpus.sources, corpus.graph
    none = type(graph)(graph.triples.slice(0, 0), graph.entities, graph.manifest)
    nothing_known = type(graph)(graph.triples.slice(0, 0), graph.entities.slice(0, 0), graph.manifest)
    no_splits = corpus.splits.slice(0, 0)
    corpora_of: dict[str, corpora.Corpus] = {
        "sources without a row": corpus._replace(sources=sources.slice(0, 0)),
        "neither sources nor graph": corpus._replace(
            sources=sources.slice(0, 0), graph=nothing_known, splits=no_splits
        ),
        "a graph without a triple": corpus._replace(graph=none, splits=no_splits),
        "a graph without an entity": corpus._replace(graph=nothing_known, splits=no_splits),
        "sources whose files are all empty": retexted(corpus, lambda text: ""),
        "a graph of other texts": retexted(corpus, lambda text: "# moved\n" + text[::-1]),
        "files with special tokens in them": retexted(corpus, lambda text: text + "# <mask><pad>[MASK]\n"),
        "a graph of files that are not there": corpus._replace(sources=sources.slice(3)),
    }
    for tried, given in corpora_of.items():
        place = bench.fresh(partial(stored, corpus=given), of=whole)
        yield with_share_hung(command(f"encode_chains: {tried}", place, *ENCODE), place)
        if not len(given.graph.triples):
            yield command("... then train", place, *TRAIN)
    changes: dict[str, Change] = {
        "no sources": gone("data/sources.parquet"),
        "sources cut off": cut("data/sources.parquet"),
        "triples cut off": cut(f"data/kg/{TRIPLES_FILE}"),
        "no graph": gone("data/kg"),
        "splits of other triples": lambda place: write_splits(place / "data/kg", corpus.splits, "0" * 64),
        "fewer splits than triples": short_splits,
        "no ontology": gone("data/ontology.yaml"),
        "a vocabulary of 300": set_params(chains={"vocabulary": 300}),
        "a vocabulary of a million": set_params(chains={"vocabulary": 1_000_000}),
        "a huge file of one line": stored_with(corpus, "x = [" + "1, " * 400_000 + "]\n"),
    }
    for tried, change in changes.items():
        yield command(f"encode_chains: {tried}", bench.fresh(change, of=whole), *ENCODE)
    place = bench.fresh(of=whole)
    full = command("encode_chains: disk full", place, *ENCODE, setup=partial(room_for, 30_000))
    yield full.and_so(f"data/chains {'is there' if (place / 'data/chains').exists() else 'was not begun'}")
    place = bench.fresh(of=whole)
    yield command("encode_chains: SIGKILL while it writes", place, *ENCODE, setup=killed(Path, "replace", 2))
    yield command("... then `dvc repro` runs it again", place, *ENCODE)


def with_share_hung(case: Case, place: Path) -> Case:
    """The case, with how much was hung if it came to its end."""
    if case.code:
        return case
    share = json.loads((place / "metrics/chains.json").read_text())["triples"]["hung_share"]
    return case.and_so(f"{share:.0%} of the triples hang")


def stored(place: Path, corpus: corpora.Corpus) -> None:
    """Write what the stage reads."""
    pq.write_table(corpus.sources.cast(SCHEMA), make_room(place / "data/sources.parquet"))
    tables = write_kg(place / "data/kg", corpus.graph.triples, corpus.graph.entities, corpus.graph.manifest)
    write_splits(place / "data/kg", corpus.splits, tables[TRIPLES_FILE])
    shutil.copy2(corpora.ROOT / ONTOLOGY_FILE, place / "data")
    params = all_params().model_dump() | {"chains": corpora.params().model_dump()}
    (place / "params.yaml").write_text(yaml.safe_dump(params))


def make_room(path: Path) -> Path:
    """The path of a file, in a directory that is there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def retexted(corpus: corpora.Corpus, change: Callable[[str], str]) -> corpora.Corpus:
    """Other texts, the graph as it was."""
    texts = pa.array([change(text) for text in corpus.sources["text"].to_pylist()], pa.string())
    hashes = pa.array([hashlib.sha256(text.encode()).hexdigest() for text in texts.to_pylist()])
    columns = {name: corpus.sources[name] for name in corpus.sources.column_names}
    return corpus._replace(sources=pa.table({**columns, "sha256": hashes, "text": texts}))


def stored_with(corpus: corpora.Corpus, text: str) -> Change:
    """A file more, of which the graph knows nothing."""
    row = {**corpus.sources.slice(0, 1).to_pylist()[0], "path": "huge.py", "text": text}
    more = pa.concat_tables([corpus.sources, pa.Table.from_pylist([row], schema=corpus.sources.schema)])
    return partial(stored, corpus=corpus._replace(sources=more))


def short_splits(place: Path) -> None:
    """The last rows are missing, and the mark is that of the triples."""
    path = place / "data/kg/splits.parquet"
    pq.write_table(pq.read_table(path).slice(3), path)


GROUPS: tuple[Callable[[Bench], Iterator[Case]], ...] = (
    ending_cases, checkpoint_cases, chains_cases, settings_cases, model_cases, pretrained_cases, encode_cases,
)  # fmt: skip


def table() -> Iterator[str]:
    """Lines of Markdown."""
    yield "| tried | exit | said last | traceback | half-written files |"
    yield "|---|---|---|---|---|"
    with tempfile.TemporaryDirectory() as root:
        bench = Bench(Path(root))
        for cases in GROUPS:
            yield from (case.row() for case in cases(bench))


def main() -> None:
    """Print the table, and write it where the first argument says."""
    torch.set_num_threads(1)
    constants.HF_HUB_OFFLINE = True
    lines = []
    for line in table():
        print(line, flush=True)
        lines.append(line)
    for path in sys.argv[1:2]:
        Path(path).write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
