"""``codegraft graphmer``: the encoder of leafy chains. Libraries load inside the commands."""

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from codegraft.kg.commands import own_ontology

if TYPE_CHECKING:
    from codegraft.graphmer.chains.tokenizer import CodeTokenizer
    from codegraft.graphmer.linking.own import Own
    from codegraft.kg.ontology import Ontology

graphmer_app = typer.Typer(
    help="The encoder of code with its knowledge graph: train, check-tpu. Beside it: search, complete, evaluate.",
    no_args_is_help=True,
)


Config = Annotated[Path | None, typer.Option(help="Parameters, all of them; default: the repository's.")]
Settings = Annotated[
    list[str] | None,
    typer.Option("--set", "-S", help="Another value for a key, as in graphmer.size=base; may be repeated."),
]


JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON for programs.")]
LinkerOption = Annotated[Path, typer.Option("--model", help="The linker that the pipeline trained.")]
LINKER = Path("models/linker")
"""Its first seed completes; all of its seeds are evaluated."""


@graphmer_app.command("train")
def train(
    config: Config = None,
    settings: Settings = None,
    steps: Annotated[int | None, typer.Option(min=1, help="Steps of the optimizer; -S graphmer.steps.")] = None,
    seed: Annotated[
        int | None, typer.Option(min=0, max=2**63 - 1, help="Train one encoder; default: one for each of the seeds.")
    ] = None,
    output_dir: Annotated[Path | None, typer.Option(help="Where the model goes; default: the run's directory.")] = None,
    resume: Annotated[bool, typer.Option("--resume", help="Go on where the same training was ended.")] = False,
    shard: Annotated[
        bool, typer.Option("--shard", help="Of several processes each keeps a part of the weights (FSDP).")
    ] = False,
) -> None:
    """Train beside the pipeline; `accelerate launch` or `torchrun` in front of it start several processes."""
    from codegraft.graphmer.training.own_run import given_params, parsed, train_own
    from codegraft.graphmer.training.report import lines
    from codegraft.graphmer.training.task import read_task

    values = parsed(settings or []) | ({} if steps is None else {"graphmer.steps": steps})
    params = given_params(config, values)
    run, directory = train_own(read_task(), params, seed=seed, resume=resume, sharded=shard, output=output_dir)
    if run.runtime.is_main:
        for line in lines(run):
            typer.echo(line)
        typer.echo(f"wrote {directory}")


@graphmer_app.command("check-tpu")
def check(config: Config = None, settings: Settings = None) -> None:
    """Say whether training can run on a TPU here; exit code 1 if it cannot."""
    from codegraft.graphmer.check_tpu import check_tpu
    from codegraft.graphmer.training.own_run import given_params, parsed

    findings = check_tpu(given_params(config, parsed(settings or [])))
    for finding in findings:
        typer.echo(f"{'ok  ' if finding.good else 'FAIL'} {finding.what}: {finding.said}")
    if not all(finding.good for finding in findings):
        raise typer.Exit(1)


@graphmer_app.command("search")
def search(
    text: Annotated[str, typer.Argument(help="What the function does, in words.")],
    directory: Annotated[Path, typer.Option("--in", help="Any directory with Python or Java code.")],
    limit: Annotated[int, typer.Option(min=1, help="Answers at most.")] = 10,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON for programs.")] = False,
    model: Annotated[Path, typer.Option(help="Directory of the search.")] = Path("models/graphmer_search"),
    tokenizer: Annotated[Path, typer.Option(help="Directory of its tokenizer.")] = Path("models/tokenizer"),
) -> None:
    """Find functions by what they do; an index is kept in the user's cache and follows the files that change."""
    from codegraft.graphmer.chains.tokenizer import CodeTokenizer
    from codegraft.graphmer.search.answers import Searcher, shown
    from codegraft.graphmer.search.index import cache_directory, open_index
    from codegraft.graphmer.search.ranker import load_ranker

    ranker = load_ranker(model, CodeTokenizer.load(tokenizer))
    index = open_index(directory, ranker, cache_directory())
    for remark in index.remarks:
        typer.echo(remark, err=True)
    answers = Searcher(index, ranker).ask(text, limit)
    if as_json:
        typer.echo(json.dumps([answer._asdict() for answer in answers], indent=2))
    for answer in () if as_json else answers:
        typer.echo(shown(answer, directory))


@graphmer_app.command("complete")
def complete(
    relation: Annotated[str, typer.Option(help="As the ontology calls it: calls, imports, inherits_from ...")],
    head: Annotated[str | None, typer.Option(help="Which symbol it leaves from: an id, or the end of a name.")] = None,
    tail: Annotated[str | None, typer.Option(help="Instead of --head: which symbol it leads to.")] = None,
    directory: Annotated[
        Path | None, typer.Option("--in", help="A directory with Python or Java code; default: the pipeline's graph.")
    ] = None,
    repository: Annotated[str | None, typer.Option(help="Of several in the graph, the one that is meant.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="Most answers.")] = 10,
    model: LinkerOption = LINKER,
    as_json: JsonOption = False,
) -> None:
    """Say what else a symbol calls, imports, inherits from ..., how likely that is, and what speaks for it."""
    from codegraft.graphmer.chains.tokenizer import CodeTokenizer
    from codegraft.graphmer.linking.apply import apply
    from codegraft.graphmer.linking.complete import ask
    from codegraft.graphmer.linking.complete import complete as answer
    from codegraft.graphmer.linking.graph import Side
    from codegraft.graphmer.linking.report import Report
    from codegraft.graphmer.linking.store import read_linkers
    from codegraft.kg.ontology import load_ontology

    symbol = tail if head is None else head
    if symbol is None or (head is not None and tail is not None):
        raise typer.BadParameter("give one of them", param_hint="--head or --tail")
    tokenizer, ontology = CodeTokenizer.load(), load_ontology(own_ontology())
    linkers = list(read_linkers(model, tokenizer.digest).values())
    own = _code(directory, tokenizer, ontology)
    links = own.links()
    question = ask(links, ontology, relation, symbol, Side.HEAD if head is None else Side.TAIL, repository)
    [system] = apply(linkers[:1], own, links, tokenizer)
    completion = answer(links, ontology, system, question, limit)
    report = Report(own, links)
    if as_json:
        typer.echo(json.dumps(report.as_json(completion), indent=2))
        return
    for line in report.lines(completion, limit):
        typer.echo(line)


@graphmer_app.command("evaluate")
def evaluate(
    directory: Annotated[Path, typer.Argument(help="A directory with Python or Java code that was in no split.")],
    questions: Annotated[int, typer.Option(min=1, help="Hidden triples that are asked for, both ends of each.")] = 1000,
    seed: Annotated[int, typer.Option(min=0, help="Of what is hidden and asked.")] = 0,
    model: LinkerOption = LINKER,
    as_json: JsonOption = False,
) -> None:
    """Hide a part of a directory's graph and ask the linker for it, beside what it has to beat."""
    from codegraft.graphmer.chains.tokenizer import CodeTokenizer
    from codegraft.graphmer.evaluation.unseen import baselines, hide, table
    from codegraft.graphmer.evaluation.unseen import evaluate as ask_all
    from codegraft.graphmer.linking.apply import apply
    from codegraft.graphmer.linking.store import read_linkers
    from codegraft.kg.ontology import load_ontology
    from codegraft.params import load_params

    tokenizer, ontology = CodeTokenizer.load(), load_ontology(own_ontology())
    linkers = list(read_linkers(model, tokenizer.digest).values())
    own = _code(directory, tokenizer, ontology)
    unseen = hide(own, load_params().kg, seed, questions)
    asked = (own, unseen.links, tokenizer)
    systems = {
        "evidence": apply([replace(linker, weights=linker.without_reader) for linker in linkers], *asked),
        "linker": apply(linkers, *asked),
    }
    found = ask_all(unseen, baselines(unseen.links) | systems)
    typer.echo(json.dumps(found, indent=2, sort_keys=True) if as_json else table(found))


def _code(directory: Path | None, tokenizer: "CodeTokenizer", ontology: "Ontology") -> "Own":
    """The code of a directory, else that of the pipeline."""
    from codegraft.graphmer.linking.own import read_own, read_stored
    from codegraft.params import load_params

    if directory is None:
        return read_stored(tokenizer, ontology)
    own = read_own(directory, tokenizer, load_params().chains, ontology)
    sources = own.graph.manifest["sources"]
    if bad := len(sources["problems"]) + len(sources["skipped"]):
        typer.echo(f"note: {bad} files or directories of {directory} were left out or are broken in part", err=True)
    return own
