"""``codegraft graphmer``: the encoder of leafy chains. Libraries load inside the commands."""

from pathlib import Path
from typing import Annotated

import typer

graphmer_app = typer.Typer(
    help="The encoder of code with its knowledge graph: train, search, check-tpu.", no_args_is_help=True
)


Config = Annotated[Path | None, typer.Option(help="Parameters, all of them; default: the repository's.")]
Settings = Annotated[
    list[str] | None,
    typer.Option("--set", "-S", help="Another value for a key, as in graphmer.size=base; may be repeated."),
]


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
    import json

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
