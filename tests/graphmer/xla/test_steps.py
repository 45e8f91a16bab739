"""Steps on eight cores are those of one device, compiled once."""

import pytest
import torch

from codegraft.errors import HardwareError, ParamsError
from codegraft.graphmer.encoder.losses import counts_of
from codegraft.graphmer.training.xla import xla_runtime
from codegraft.training.device import resolve_device
from tests.graphmer.training.cases import small_params
from tests.graphmer.xla import twins

pytestmark = pytest.mark.xla

CLOSE = {"rtol": 0.0, "atol": 1e-5}
STEPS = 5


@pytest.fixture(scope="module")
def alone():
    return twins.learn_plainly(twins.objective(), STEPS)


@pytest.fixture(scope="module")
def together(cores):
    return twins.learn_on_cores(twins.objective(), STEPS, twins.in_float32(xla_runtime(twins.PARAMS)))


@pytest.fixture(scope="module")
def as_in_training(cores):
    """In bfloat16, with dropout, layers computed again on the way back, and another learning rate each step."""
    params = twins.PARAMS.model_copy(update={"dropout": 0.1})
    runtime = xla_runtime(params)
    assert (runtime.profile.precision, runtime.profile.recompute) == ("bf16", True)
    return twins.learn_on_cores(twins.objective(params), STEPS, runtime, params)


def test_each_core_has_its_share_of_the_rows_and_all_weights(cores):
    import torch_xla

    runtime = xla_runtime(twins.PARAMS)
    placed, module = runtime.placed(twins.batches(1)[0]), runtime.wrapped(twins.objective())
    spec = torch_xla._XLAC._get_xla_sharding_spec
    assert cores.number == 8
    assert {spec(tensor) for tensor in placed if tensor.ndim == 2} == {"{devices=[8,1]0,1,2,3,4,5,6,7}"}
    held = [*module.parameters(), *module.buffers()]
    assert {spec(tensor.data) for tensor in held} <= {"", "{replicated}"}


@pytest.mark.parametrize("recompute", [False, True], ids=["kept", "recomputed"])
def test_losses_and_gradients_are_those_of_one_device(cores, recompute):
    batch, alone, module = twins.batches(1)[0], twins.objective(), twins.objective()
    expected = alone(batch, counts_of(batch, alone.rules))
    expected.sum().backward()
    runtime = twins.in_float32(xla_runtime(twins.PARAMS), recompute=recompute)
    wrapped, placed = runtime.wrapped(module), runtime.placed(batch)
    terms = wrapped(placed, counts_of(placed, wrapped.rules))
    runtime.backward(terms.sum())
    runtime.executed()
    torch.testing.assert_close(terms.cpu(), expected, **CLOSE)
    for name, weight in alone.named_parameters():
        assert weight.grad.any(), name
        torch.testing.assert_close(wrapped.get_parameter(name).grad.cpu(), weight.grad, **CLOSE, msg=name)


def test_steps_are_those_of_one_device(alone, together):
    learned, _, _ = together
    for name in ("terms", "norms"):
        torch.testing.assert_close(torch.stack(getattr(learned, name)), torch.stack(getattr(alone, name)), **CLOSE)
    torch.testing.assert_close(learned.weights, alone.weights, **CLOSE)


@pytest.mark.parametrize("steps", ["together", "as_in_training"])
def test_nothing_is_compiled_after_the_second_step(steps, request):
    _, compiled, _ = request.getfixturevalue(steps)
    assert compiled[0] > 0
    assert compiled[1:] == compiled[1:2] * (STEPS - 1)


@pytest.mark.parametrize("steps", ["together", "as_in_training"])
def test_every_operation_of_a_step_runs_on_the_cores(steps, request):
    _, _, fell_back = request.getfixturevalue(steps)
    assert fell_back == [{}] * STEPS


def test_bfloat16_and_dropout_change_little(alone, as_in_training):
    learned, _, _ = as_in_training
    mlm, expected = (torch.stack(steps.terms)[:, 0] for steps in (learned, alone))
    torch.testing.assert_close(mlm, expected, rtol=0.05, atol=0.0)
    assert not torch.equal(mlm, expected)


def test_a_seed_decides_the_dropout(cores):
    runtime = xla_runtime(twins.PARAMS)
    drawn = []
    for seed in (1, 2, 1):
        runtime.seed(seed)
        kept = torch.nn.functional.dropout(torch.ones(8, 100, device=runtime.device))
        runtime.executed()
        drawn.append(kept.cpu())
    assert torch.equal(drawn[0], drawn[2])
    assert not torch.equal(drawn[0], drawn[1])


def test_rows_that_do_not_divide_are_refused(cores):
    with pytest.raises(HardwareError, match="12 rows cannot be shared out evenly among 8 cores"):
        xla_runtime(twins.PARAMS).placed(twins.batches(1, rows=12)[0])
    with pytest.raises(ParamsError, match=r"graphmer.batch_tokens: 256 is no multiple of .* cores \(8\)"):
        xla_runtime(small_params(batch_tokens=256))


def test_rows_of_a_micro_batch_are_shared_out_evenly(cores):
    runtime = xla_runtime(small_params(batch_tokens=24 * 64))
    assert runtime.cut == (8, 3, 1)
    assert runtime.profile.rows == 16


def test_a_tpu_is_all_cores(cores):
    assert resolve_device("tpu") == cores.device


def test_a_machine_without_a_tpu_is_refused(cores, monkeypatch):
    monkeypatch.delenv("CPU_NUM_DEVICES")
    with pytest.raises(HardwareError, match="tpu is not on this machine: torch_xla finds CPU alone; to rehearse"):
        xla_runtime(twins.PARAMS)
