"""``codegraft graphsage`` and ``codegraft predict``: the network over programs. Libraries load inside the commands."""

import json
from pathlib import Path
from typing import Annotated

import typer

from codegraft.graphsage.places import MODEL_FILE

graphsage_app = typer.Typer(help="The network over program graphs: train, score.", no_args_is_help=True)

JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON for programs.")]
ModelOption = Annotated[Path, typer.Option("--model", help="File that training wrote.")]


@graphsage_app.command("train")
def train(
    epochs: Annotated[int | None, typer.Option(help="Default: graphsage.epochs of params.yaml.")] = None,
    batch_size: Annotated[int | None, typer.Option(help="Programs per batch.")] = None,
    limit: Annotated[int | None, typer.Option(help="Learn from about so many programs.")] = None,
    device: Annotated[str | None, typer.Option(help="auto, cpu, cuda or mps; default: hardware of params.")] = None,
    resume: Annotated[bool, typer.Option(help="Go on where the same training was ended.")] = False,
    seed: Annotated[int | None, typer.Option(help="Train one network; default: one for each of the seeds.")] = None,
) -> None:
    """Train beside the pipeline: the model goes to a directory of this run, and those of other runs stay."""
    from codegraft.graphsage.own_run import MODEL as DIRECTORY
    from codegraft.graphsage.own_run import train_own
    from codegraft.params import load_params

    run = train_own(
        load_params(), epochs=epochs, batch_size=batch_size, limit=limit, device=device, resume=resume, seed=seed
    )
    best = run.chosen.best
    typer.echo(
        f"seed {run.chosen.seed}, epoch {best.epoch}: training loss {best.train['total']:.4f}, "
        f"validation loss {best.validation['total']:.4f}"
    )
    typer.echo(f"wrote {run.directory / DIRECTORY}")


@graphsage_app.command("score")
def score(
    path: Annotated[Path, typer.Argument(help="JSON lines of programs: `task`, `code`, `passed`; see docs.")],
    model: ModelOption = MODEL_FILE,
    as_json: JsonOption = False,
) -> None:
    """Judge the confidence on labelled programs of yours, beside baselines."""
    from codegraft.files import rounded
    from codegraft.graphsage.checkpoint import load_model_for_inference
    from codegraft.graphsage.score import score_file, table

    figures = score_file(path, load_model_for_inference(model))
    typer.echo(json.dumps(rounded(figures), indent=2, sort_keys=True) if as_json else table(figures))


def predict(
    paths: Annotated[list[Path], typer.Argument(help="Python or Java programs.")],
    model: ModelOption = MODEL_FILE,
    as_json: JsonOption = False,
) -> None:
    """Say how probable it is that programs are right, what they import, and which known ones they are like."""
    from codegraft.graphsage.predict import Predictor, predict_files, render

    predictions = predict_files(paths, Predictor(model))
    if as_json:
        typer.echo(json.dumps({path: found.as_json() for path, found in predictions.items()}, indent=2))
    else:
        typer.echo(render(predictions))
    if not all(found.trained for found in predictions.values()):
        raise typer.Exit(1)
