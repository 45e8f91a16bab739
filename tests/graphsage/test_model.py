"""The network: shapes, what it aggregates, that a batch changes nothing, what it refuses."""

import dataclasses
import itertools
import math

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from codegraft.errors import ModelError
from codegraft.graphsage.direct import POOLS, STEP, pooled
from codegraft.graphsage.model import GraphSAGE, ModelConfig, Predictions, convolved, parameters_of
from codegraft.graphsage.neighbourhoods import neighbourhoods
from codegraft.graphsage.sparse import sparse_matrix

CONFIG = ModelConfig(imports=5, bugs=3)
SMALL = ModelConfig(imports=2, bugs=2, inputs=6, hidden=(8, 8, 4), embedding=7)


def network(config=SMALL, seed=0):
    """A network as it could be after some training: its direct maps are not zero."""
    torch.manual_seed(seed)
    model = GraphSAGE(config).eval()
    model.direct.fit(torch.rand(9, POOLS * config.inputs))
    torch.nn.init.normal_(model.direct.logits)
    return model


def graph(units, edges, width=6, seed=0):
    x = torch.rand(units, width, generator=torch.Generator().manual_seed(seed))
    return x, torch.tensor(edges, dtype=torch.int64).reshape(-1, 2).T, torch.zeros(units, dtype=torch.int64), 1


def together(graphs):
    first = np.cumsum([0, *(len(x) for x, *_ in graphs)])
    return (
        torch.cat([x for x, *_ in graphs]),
        torch.cat([edges + int(begin) for (_, edges, *_), begin in zip(graphs, first, strict=False)], dim=1),
        torch.cat([torch.full((len(x),), number) for number, (x, *_) in enumerate(graphs)]),
        len(graphs),
    )


def by_hand(model, x, edges, graphs_of, graphs):
    """The network as loops over units."""
    h = x * model.scale
    for conv, norm in zip(model.convs, model.norms, strict=True):
        neighbours = [[] for _ in h]
        for source, target in edges.T.tolist():
            neighbours[target].append(source)
            neighbours[source].append(target)
        mean = torch.stack([h[rows].mean(dim=0) if rows else torch.zeros(h.shape[1]) for rows in neighbours])
        new = norm(conv.lin_l(mean) + conv.lin_r(h)).relu()
        h = h + new if h.shape == new.shape else new
    codes = []
    for number in range(graphs):
        units = h[graphs_of == number]
        parts = torch.cat([units.mean(dim=0), units.max(dim=0).values, units[0]])
        codes.append(model.readout_norm(model.readout(parts)).relu())
    code = torch.stack(codes)
    heads = [model.confidence, model.imports, model.bugs, model.embedding]
    rows = torch.stack([torch.cat([head(code[number]) for head in heads]) for number in range(graphs)])
    for number in range(graphs):
        units = x[graphs_of == number].tolist()
        sums = [sum(column) for column in zip(*units, strict=True)]
        pools = [total / len(units) for total in sums], map(max, *units, units[0]), map(math.log1p, sums)
        for place, value in enumerate(itertools.chain(*pools)):
            standard = (value - model.direct.mean[place]) * model.direct.scale[place]
            logits = model.direct.logits[:, place] * model.direct.pace
            rows[number] += standard * torch.cat([logits, model.direct.embedding[:, place]])
    names = (model.config.imports, model.config.bugs, model.config.embedding)
    confidence, imports, bugs, embedding = rows.split([1, *names], dim=1)
    return Predictions(embedding / embedding.norm(dim=1, keepdim=True), confidence[:, 0], imports, bugs)


@st.composite
def some_graphs(draw):
    graphs = []
    for seed in range(draw(st.integers(1, 4))):
        units = draw(st.integers(1, 5))
        ends = st.integers(0, units - 1)
        graphs.append(graph(units, draw(st.lists(st.tuples(ends, ends), max_size=8)), seed=seed))
    return graphs


@settings(deadline=None, max_examples=30)
@given(some_graphs())
def test_the_network_is_what_its_formula_says(graphs):
    model = network()
    model.fit_inputs(torch.tensor([0.5, 0.0, 0.2, 1.0, 0.01, 2.0]))
    batch = together(graphs)
    with torch.no_grad():
        for ours, theirs in zip(model(*batch), by_hand(model, *batch), strict=True):
            torch.testing.assert_close(ours, theirs, rtol=1e-4, atol=1e-5)


@settings(deadline=None, max_examples=20)
@given(some_graphs())
def test_a_program_is_judged_the_same_alone_and_in_a_batch(graphs):
    model = network()
    with torch.no_grad():
        batched = model(*together(graphs))
        for number, alone in enumerate(graphs):
            for ours, theirs in zip(model(*alone), batched, strict=True):
                torch.testing.assert_close(ours[0], theirs[number], rtol=1e-4, atol=1e-5)


@settings(deadline=None, max_examples=30)
@given(some_graphs())
def test_sparse_features_are_judged_as_dense_ones_and_teach_the_same(graphs):
    x, *others = together(graphs)
    x = x * (x > 0.5)
    row, column = x.nonzero(as_tuple=True)
    sparse = sparse_matrix(row, column, x[row, column], tuple(x.shape))
    models = [network(), network()]
    for model, features in zip(models, (x, sparse), strict=True):
        torch.autograd.backward(sum(part.sum() for part in model(features, *others)))
    for dense, other in zip(models[0].parameters(), models[1].parameters(), strict=True):
        torch.testing.assert_close(dense.grad, other.grad, rtol=1e-3, atol=1e-5)


def test_layers_are_those_of_pytorch_geometric():
    x, edges, *_ = graph(6, [(0, 1), (0, 2), (2, 3), (2, 4), (2, 4)])
    conv = network().convs[0]
    both_ways = torch.cat([edges, edges.flip(0)], dim=1)
    torch.testing.assert_close(convolved(conv, x, neighbourhoods(edges, 6)), conv(x, both_ways))


def test_sparse_features_as_wide_as_the_first_layer_are_added_to_it():
    model = network(dataclasses.replace(SMALL, hidden=(6, 4)))
    x, *others = graph(3, [(0, 1)])
    row, column = x.nonzero(as_tuple=True)
    sparse = sparse_matrix(row, column, x[row, column], (3, 6))
    for ours, theirs in zip(model(sparse, *others), model(x, *others), strict=True):
        torch.testing.assert_close(ours, theirs)


def test_shapes_and_types_are_those_of_the_specification():
    said = network(CONFIG)(*together([graph(3, [(0, 1), (0, 2)], 978), graph(1, [], 978)]))
    assert [tuple(part.shape) for part in said] == [(2, 512), (2,), (2, 5), (2, 3)]
    assert {part.dtype for part in said} == {torch.float32}
    torch.testing.assert_close(said.embedding.norm(dim=1), torch.ones(2))


def test_the_network_has_the_widths_of_the_specification():
    convs = [(conv.in_channels, conv.out_channels) for conv in network(CONFIG).convs]
    assert convs == [(978, 512), (512, 512), (512, 256)]
    assert parameters_of(network(ModelConfig(imports=200, bugs=30))) < 4_800_000


def test_what_a_unit_refers_to_reaches_the_module():
    x, edges, of, graphs = graph(3, [(0, 1), (1, 2)])
    model = network()
    changed = x.clone()
    changed[2] += 1
    assert not torch.equal(model(x, edges, of, graphs).confidence, model(changed, edges, of, graphs).confidence)
    assert not torch.equal(model(x, edges, of, graphs).confidence, model(x, edges[:, :1], of, graphs).confidence)


def test_one_unit_is_enough_to_train_on():
    model = network().train()
    said = model(*graph(1, []))
    torch.autograd.backward(sum(part.sum() for part in said))
    assert all(parameter.grad is not None and parameter.grad.isfinite().all() for parameter in model.parameters())


def test_empty_vocabularies_give_heads_without_columns():
    said = network(dataclasses.replace(SMALL, imports=0, bugs=0))(*graph(2, [(0, 1)]))
    assert said.imports.shape == said.bugs.shape == (1, 0)


@given(some_graphs())
def test_sparse_features_are_pooled_as_dense_ones(graphs):
    x, _, of, number = together(graphs)
    x = x * (x > 0.5)
    row, column = x.nonzero(as_tuple=True)
    sparse = sparse_matrix(row, column, x[row, column], tuple(x.shape))
    torch.testing.assert_close(pooled(sparse, of, number), pooled(x, of, number))


def test_before_training_the_direct_maps_say_nothing_of_labels_and_set_programs_apart():
    model = GraphSAGE(CONFIG).eval()
    x, edges, of, graphs = together([graph(3, [(0, 1)], 978, seed) for seed in range(8)])
    model.direct.fit(pooled(x, of, graphs))
    code, said = model.encode(x, edges, of, graphs), model(x, edges, of, graphs)
    torch.testing.assert_close(said.confidence, model.confidence(code)[:, 0])
    torch.testing.assert_close(said.imports, model.imports(code))
    likeness = said.embedding @ said.embedding.T
    assert (likeness - torch.eye(8)).max() < 0.5


def test_pooled_features_are_brought_to_one_deviation_and_dead_ones_to_nothing():
    model = network()
    programs = torch.rand(50, 18) * torch.logspace(-1, 3, 18) + 5
    programs[:, 3], programs[:, 4] = 7.0, (torch.arange(50) == 0) * 1e-3
    model.direct.fit(programs)
    brought = (programs - model.direct.mean) * model.direct.scale
    torch.testing.assert_close(brought.mean(dim=0), torch.zeros(18), atol=1e-4, rtol=0)
    deviation = brought.std(dim=0, correction=0)
    torch.testing.assert_close(deviation[5:], torch.full((13,), STEP))
    assert deviation[3] == 0
    assert 0 < deviation[4] < STEP / 100


def test_a_dead_column_is_left_as_it_is():
    model = network()
    model.fit_inputs(torch.tensor([0.0, 0.5, 0.001, 1, 1, 1]))
    assert model.scale.tolist() == pytest.approx([1, 2, 10, 1, 1, 1])


@pytest.mark.parametrize("shape", [(3, 5), (3, 7), (3,)])
def test_features_of_another_width_are_refused(shape):
    with pytest.raises(ModelError, match=r"the model reads \[units, 6\]"):
        network()(torch.zeros(shape), torch.empty((2, 0), dtype=torch.int64), torch.zeros(3, dtype=torch.int64), 1)


@pytest.mark.parametrize(
    "changes", [{"inputs": 0}, {"hidden": ()}, {"hidden": (8, 0)}, {"imports": -1}, {"embedding": 0}, {"dropout": 1.0}]
)
def test_shapes_of_no_network_are_refused(changes):
    with pytest.raises(ModelError):
        dataclasses.replace(SMALL, **changes)
