"""Sparse products: those of the dense matrix, and so are their gradients."""

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from codegraft.graphsage.sparse import SparseMatrix, sparse_matrix
from tests.graphsage.datasets import CPU


@st.composite
def matrices(draw):
    rows, columns, entries = draw(st.integers(1, 6)), draw(st.integers(1, 6)), draw(st.integers(0, 20))
    rng = np.random.default_rng(draw(st.integers(0, 999)))
    row, column = rng.integers(0, rows, entries), rng.integers(0, columns, entries)
    value = rng.random(entries).astype(np.float32)
    dense = np.zeros((rows, columns), np.float32)
    np.add.at(dense, (row, column), value)
    return sparse_matrix(*map(torch.from_numpy, (row, column, value)), (rows, columns)), torch.from_numpy(dense)


@given(matrices(), st.integers(1, 5))
def test_a_product_and_its_gradient_are_those_of_the_dense_matrix(pair, width):
    sparse, dense = pair
    left, right = (torch.rand(dense.shape[1], width, requires_grad=True) for _ in range(2))
    right.data.copy_(left.data)
    weight = torch.rand(dense.shape[0], width)
    torch.autograd.backward(((sparse @ left) * weight).sum())
    torch.autograd.backward(((dense @ right) * weight).sum())
    torch.testing.assert_close(sparse @ left, dense @ right)
    torch.testing.assert_close(left.grad, right.grad)


@given(matrices())
def test_transposing_scaling_and_adding_are_those_of_the_dense_matrix(pair):
    sparse, dense = pair
    scale, other = torch.rand(dense.shape[1]), torch.rand(dense.shape)
    torch.testing.assert_close(sparse.transposed @ torch.eye(dense.shape[0]), dense.T)
    torch.testing.assert_close((sparse * scale) @ torch.eye(dense.shape[1]), dense * scale)
    torch.testing.assert_close(sparse + other, dense + other)
    assert sparse.shape == tuple(dense.shape)
    assert sparse.transposed.shape == tuple(dense.T.shape)


def test_a_matrix_that_lies_transposed_gives_the_same_product():
    sparse = sparse_matrix(torch.tensor([0, 1, 1]), torch.tensor([2, 0, 2]), torch.ones(3), (2, 3))
    weight = torch.rand(5, 3)
    assert torch.equal(sparse @ weight.t(), sparse @ weight.t().contiguous())


def test_a_gradient_is_the_same_bit_for_bit_each_time():
    torch.manual_seed(0)
    row, column = torch.randint(0, 300, (4000,)), torch.randint(0, 40, (4000,))
    sparse = sparse_matrix(row, column, torch.rand(4000), (300, 40))
    weight, gradient = torch.rand(40, 64, requires_grad=True), torch.rand(300, 64)

    def once():
        return torch.autograd.grad(SparseMatrix(*vars(sparse.to(CPU)).values()) @ weight, weight, gradient)[0]

    assert torch.equal(once(), once())


@pytest.mark.gpu
def test_a_gpu_gives_the_same_gradient_each_time():
    torch.manual_seed(0)
    row, column = torch.randint(0, 3000, (40000,)), torch.randint(0, 400, (40000,))
    sparse = sparse_matrix(row, column, torch.rand(40000), (3000, 400)).to(torch.device("cuda"))
    weight, gradient = torch.rand(400, 64, requires_grad=True, device="cuda"), torch.rand(3000, 64, device="cuda")
    found = [torch.autograd.grad(sparse @ weight, weight, gradient)[0] for _ in range(3)]
    assert torch.equal(found[0], found[1])
    assert torch.equal(found[0], found[2])
