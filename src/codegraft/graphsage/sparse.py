"""Products with sparse matrices whose gradient is as fast as they are, and as repeatable.

Most features of a unit are 0, and most units are no neighbours: multiplied as they are, matrices of both would mostly
multiply zeros. A row of a product is a weighted sum of rows of the right matrix, which is what PyTorch calls an
embedding bag; its gradient is the product with the transpose, so no two threads ever add to one number, on no device.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import torch
from torch import Tensor
from torch.autograd.function import once_differentiable


@dataclass(frozen=True, eq=False)
class SparseMatrix:
    """A constant float32 matrix [R, C] with Z entries, by rows (CSR). ``matrix @ dense`` passes gradients to ``dense``.

    Attributes:
        offset: int64 [R + 1]; entries of row r are ``offset[r]`` to ``offset[r + 1]``.
        column: int64 [Z].
        value: float32 [Z].
        columns: C.
    """

    offset: Tensor
    column: Tensor
    value: Tensor
    columns: int

    @property
    def shape(self) -> tuple[int, int]:
        """(R, C)."""
        return len(self.offset) - 1, self.columns

    @cached_property
    def row(self) -> Tensor:
        """Row of each entry: int64 [Z]."""
        rows = torch.arange(self.shape[0], device=self.offset.device)
        return rows.repeat_interleave(self.offset.diff(), output_size=len(self.column))

    @cached_property
    def transposed(self) -> "SparseMatrix":
        """[C, R]."""
        return sparse_matrix(self.column, self.row, self.value, (self.columns, self.shape[0]))

    def __matmul__(self, dense: Tensor) -> Tensor:
        """[R, C] @ [C, n] -> [R, n]."""
        return _product(dense, self)

    def __add__(self, dense: Tensor) -> Tensor:
        """[R, C] + [R, C] -> [R, C], dense."""
        return dense.index_put((self.row, self.column), self.value, accumulate=True)

    def __mul__(self, scale: Tensor) -> "SparseMatrix":
        """Each column multiplied by its number of ``scale`` [C]."""
        return SparseMatrix(self.offset, self.column, self.value * scale[self.column], self.columns)

    def to(self, device: torch.device) -> "SparseMatrix":
        """A copy on a device."""
        offset, column, value = (part.to(device, non_blocking=True) for part in (self.offset, self.column, self.value))
        return SparseMatrix(offset, column, value, self.columns)


def sparse_matrix(row: Tensor, column: Tensor, value: Tensor, shape: tuple[int, int]) -> SparseMatrix:
    """The matrix of this shape with these entries [Z], in any order; entries at one place are added."""
    by_row, order = row.sort(stable=True)
    offset = torch.searchsorted(by_row, torch.arange(shape[0] + 1, device=row.device))
    return SparseMatrix(offset, column[order], value[order], shape[1])


class _Product(torch.autograd.Function):
    @staticmethod
    def forward(ctx: Any, dense: Tensor, matrix: SparseMatrix) -> Tensor:
        ctx.matrix = matrix
        return _sums(matrix, dense)

    @staticmethod
    @once_differentiable
    def backward(ctx: Any, gradient: Tensor) -> tuple[Tensor, None]:
        return _sums(ctx.matrix.transposed, gradient), None


_product: Callable[[Tensor, SparseMatrix], Tensor] = _Product.apply


def _sums(matrix: SparseMatrix, dense: Tensor) -> Tensor:
    return torch.nn.functional.embedding_bag(
        matrix.column,
        dense.contiguous(),
        matrix.offset,
        mode="sum",
        per_sample_weights=matrix.value,
        include_last_offset=True,
    )
