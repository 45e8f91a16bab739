"""Stage ``embed_nodes``: bundle -> node encoders of each depth, held against baselines, and their picture."""

from pathlib import Path

from codegraft.embedding.model import save_node_encoder
from codegraft.embedding.plots import draw_tsne, project, sample_evenly, write_accuracies, write_losses
from codegraft.embedding.report import baselines, metrics
from codegraft.embedding.task import Task, build_tasks
from codegraft.embedding.train import Run, new_predictor, over_hidden, train_all
from codegraft.files import atomic_directory, write_json
from codegraft.params import EmbedNodes, load_params
from codegraft.snapshot.bundle import load_tensor_bundle
from codegraft.stages import run
from codegraft.training.device import resolve_device
from codegraft.training.reproducible import set_reproducible

BUNDLE = Path("data/bundle.safetensors")
ENCODERS = Path("models/node_encoder")
METRICS = Path("metrics/embed_nodes.json")
PICTURE = Path("plots/tsne.png")
ACCURACIES = Path("plots/embed_nodes/accuracy.csv")
LOSSES = Path("plots/embed_nodes/loss.csv")


def main() -> None:
    """Train every depth on the draw of every seed; keep the encoders of the first seed."""
    params = load_params()
    set_reproducible(params.seed, params.threads)
    tasks = build_tasks(load_tensor_bundle(BUNDLE), params.embed_nodes, resolve_device(params.hardware))
    runs = train_all(tasks, params.embed_nodes)
    held_against = baselines(tasks, params.embed_nodes)
    with atomic_directory(ENCODERS) as directory:
        for of_depth in runs.values():
            save_node_encoder(of_depth[0].predictor.encoder, directory)
    draw(tasks[0], runs, params.embed_nodes, params.seed)
    write_accuracies(ACCURACIES, runs, held_against)
    write_losses(LOSSES, runs)
    write_json(METRICS, metrics(tasks, runs, held_against))


def draw(task: Task, runs: dict[int, list[Run]], params: EmbedNodes, seed: int) -> None:
    """Picture of the deepest encoder of the first seed, beside the same one before training."""
    depth = max(runs)
    points = sample_evenly(task.kind, params.tsne_points, seed)
    networks = {
        "before training": new_predictor(task, depth, params.hidden),
        "after training": runs[depth][0].predictor,
    }
    panels = [
        (name, project(over_hidden(network.encoder, task)[points], params.tsne_perplexity, seed))
        for name, network in networks.items()
    ]
    title = f"What a node encoder of {depth} layers makes of a node's neighbourhood"
    note = (
        f"t-SNE of {len(points)} nodes of held-out code, the kind of each hidden from the network; "
        "every kind has the same number of points where there are enough. Colour: feature bucket."
    )
    draw_tsne(PICTURE, panels, task.kind[points], task.graph.kinds, title, note)


if __name__ == "__main__":
    run(main)
