import torch

from codegraft.graphmer.batches.batch import Batch, Shape, shape_of
from codegraft.graphmer.batches.data import Epoch
from codegraft.graphmer.batches.draws import Draws
from codegraft.params import load_params
from tests.graphmer.chains.chain_cases import masker, random_chains


def test_a_batch_goes_to_a_device_whole():
    moved = Epoch(random_chains(1, 3), masker(), Draws(0, 1))[0].to(torch.device("meta"))
    assert isinstance(moved, Batch)
    assert {tensor.device.type for tensor in moved} == {"meta"}


def test_the_shape_follows_the_parameters():
    params = load_params().graphmer.model_copy(update={"length": 512, "mlm_rate": 0.15, "mnm_rate": 0.3})
    assert shape_of(params, tail_slots=5, rows=8) == Shape(8, 512, 64, 96, 10, 5, params.head_tokens)
