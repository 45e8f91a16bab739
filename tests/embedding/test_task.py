import pytest
import torch

from codegraft.embedding.data import file_graph
from codegraft.embedding.task import build_task, build_tasks
from codegraft.errors import BundleError
from tests.embedding.forests import CPU, PARAMS, forest_bundle

TASKS = build_tasks(forest_bundle(6, 4), PARAMS, CPU)


@pytest.mark.parametrize("task", TASKS)
def test_no_held_out_repository_is_trained_on(task):
    train_rows, held_out_rows = (
        {row for batch in side for row in batch.rows.tolist()} for side in (task.train, task.held_out)
    )
    repository = task.graph.repository[task.graph.file]
    assert train_rows
    assert held_out_rows
    assert not {repository[row] for row in train_rows} & {repository[row] for row in held_out_rows}
    held_out = {task.graph.repositories[repository[row]] for row in held_out_rows}
    assert held_out == set(task.split.held_out_groups)


def test_seeds_draw_repositories_and_judged_nodes_anew():
    assert [task.seed for task in TASKS] == PARAMS.seeds
    assert len({task.split.held_out_groups for task in TASKS}) > 1
    judged = [
        {row for batch, hidden in zip(task.held_out, task.hidden, strict=True) for row in batch.rows[hidden].tolist()}
        for task in TASKS
    ]
    assert len({frozenset(rows) for rows in judged}) == len(TASKS)


@pytest.mark.parametrize("task", TASKS)
def test_what_is_known_of_judged_nodes_is_that_of_their_rows(task):
    rows = torch.cat([batch.rows[hidden] for batch, hidden in zip(task.held_out, task.hidden, strict=True)]).numpy()
    assert task.kind.tolist() == task.graph.kind[rows].tolist()
    assert task.parent_kind.tolist() == task.graph.parent_kind[rows].tolist()
    assert task.group.tolist() == task.graph.repository[task.graph.file[rows]].tolist()


def test_files_are_the_groups_where_a_single_repository_is_split():
    task = build_task(file_graph(forest_bundle(1, 8)), PARAMS, 0, CPU)
    assert task.split.by == "file"
    assert set(task.group.tolist()) <= set(task.split.held_out.tolist())
    assert len(set(task.group.tolist())) > 1


def test_every_epoch_hides_other_training_nodes_and_can_be_drawn_again():
    first, again, second = (
        [rows.tolist() for _, rows in TASKS[0].training_masks(PARAMS, epoch)] for epoch in (1, 1, 2)
    )
    assert first == again
    assert first != second


def test_too_little_code_to_judge_on_is_refused():
    graph = file_graph(forest_bundle(1, 2))
    with pytest.raises(BundleError, match=r"nodes of held-out code to judge on \(seed 0\), where 11 are needed"):
        build_task(graph, PARAMS.model_copy(update={"mask_share": 0.01}), 0, CPU)


def test_too_few_nodes_for_the_perplexity_are_refused_and_not_drawn_with_another():
    few = PARAMS.model_copy(update={"tsne_perplexity": 900.0, "tsne_points": 1000})
    with pytest.raises(BundleError, match=r"901 are needed.*lower embed_nodes\.tsne_perplexity \(900\.0"):
        build_task(file_graph(forest_bundle()), few, 0, CPU)


def test_a_task_names_the_snapshot():
    bundle = forest_bundle(2, 2)
    assert file_graph(bundle).snapshot == bundle.manifest["snapshot"]["id"]
