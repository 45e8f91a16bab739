"""The encoder of the base size beside BERT of the same size, on the same windows of code, in one run.

    python -m benchmarks.graphmer_encoder

Both have 768 hidden numbers, 12 layers, 12 heads and 3,072 in the feed-forward part, and one vocabulary; each is
measured as it trains: forward, loss, backward, dropout as params.yaml has it. Ours reads windows packed into rows as
training does, and decodes what is masked; BERT (``BertForMaskedLM`` of transformers) reads one window a row, padded to
the longest, and decodes every node. Weights are random, which changes no time.

Contestants take turns; a time is the least of the rounds, a ratio is of the least. With one thread times are of the
processor, which what else runs on the machine changes little; with two they are of the clock, which it does change.
``utilisation`` is of the rate of a plain product of two 2,048 x 2,048 matrices of the same type, in the same turns, and
counts products of matrices alone. ``without`` is the encoder that knows neither distances nor relations in attention.
"""

import argparse
import os
import statistics
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np
import torch
from torch import Tensor, nn
from transformers import BertConfig, BertForMaskedLM

from benchmarks.export import RESULTS
from codegraft.files import write_json
from codegraft.graphmer.batches.batch import NONE, Batch, shape_of
from codegraft.graphmer.batches.data import Epoch
from codegraft.graphmer.batches.draws import Draws
from codegraft.graphmer.batches.masking import Masker
from codegraft.graphmer.chains.shards import CHAINS_DIRECTORY, read_chains
from codegraft.graphmer.chains.specials import PAD
from codegraft.graphmer.encoder.config import GraphMERConfig
from codegraft.graphmer.encoder.encoder import GraphMER, parameter_counts
from codegraft.graphmer.encoder.losses import counts_of, losses
from codegraft.graphmer.encoder.regularisers import Rules, rules_of
from codegraft.kg.ontology import load_ontology
from codegraft.kg.splits.model import Part
from codegraft.params import load_params

ROWS: Final = 4
"""Rows of a batch."""

WINDOWS: Final = 500
"""Windows that are packed; a batch of them is measured."""

ROUNDS: Final = 2
"""Two at least: what is done first in a process takes longer."""

REQUESTS: Final = 15
SIDE: Final = 2048
IGNORED: Final = -100
"""Label of what BERT is not asked for."""


class Padded(NamedTuple):
    """What BERT reads: int64 [windows, longest]."""

    input_ids: Tensor
    attention_mask: Tensor
    labels: Tensor


def real_batch(directory: Path) -> tuple[Batch, GraphMERConfig, Rules]:
    """A batch of windows of training, a base encoder for it, and the rules of its relations."""
    stored = read_chains(directory)
    chains, header = stored.chains.of_part(Part.TRAIN), stored.header
    params = load_params().graphmer
    shape = shape_of(params, header.tail_slots, ROWS)
    masker = Masker(shape, header.vocabulary, params.mlm_rate, params.mnm_rate, params.use_leaves)
    epoch = Epoch(chains.select(np.arange(WINDOWS)), masker, Draws(seed=0, epoch=1))
    config = GraphMERConfig.of_size(
        "base", vocabulary=header.vocabulary, relations=len(header.relations), dropout=params.dropout
    )
    return epoch[0].trimmed(), config, rules_of(load_ontology(), header.relations)


def padded(batch: Batch) -> Padded:
    """The windows of a batch, each in a row of its own, with the same nodes masked."""
    labels = torch.full_like(batch.tokens, IGNORED)
    for position, target in (
        (batch.mlm_position, batch.mlm_target),
        (batch.mnm_position.flatten(1), batch.mnm_target.flatten(1)),
    ):
        for row, place in ((position != NONE) & (target != NONE)).nonzero().tolist():
            labels[row, position[row, place]] = target[row, place]
    last = batch.window.amax(dim=1).tolist()
    windows = [batch.window[row] == number for row in range(len(last)) for number in range(last[row] + 1)]
    row_of = [row for row in range(len(last)) for _ in range(last[row] + 1)]
    tokens = [batch.tokens[row][own] for row, own in zip(row_of, windows, strict=True)]
    targets = [labels[row][own] for row, own in zip(row_of, windows, strict=True)]
    input_ids = nn.utils.rnn.pad_sequence(tokens, batch_first=True, padding_value=PAD)
    there = nn.utils.rnn.pad_sequence([torch.ones_like(one) for one in tokens], batch_first=True)
    return Padded(input_ids, there, nn.utils.rnn.pad_sequence(targets, batch_first=True, padding_value=IGNORED))


def bert(config: GraphMERConfig, longest: int) -> BertForMaskedLM:
    """BERT of the same size, with the fused attention of PyTorch where it can be used."""
    return BertForMaskedLM(
        BertConfig(
            vocab_size=config.vocabulary,
            hidden_size=config.hidden,
            num_hidden_layers=config.layers,
            num_attention_heads=config.heads,
            intermediate_size=config.feed_forward,
            max_position_embeddings=max(512, longest),
            hidden_dropout_prob=config.dropout,
            attention_probs_dropout_prob=config.dropout,
            attn_implementation="sdpa",
        )
    ).train()


def precision(bfloat16: bool) -> AbstractContextManager[object]:
    """What a model runs in."""
    return torch.autocast("cpu", torch.bfloat16) if bfloat16 else nullcontext()


def our_step(model: GraphMER, batch: Batch, rules: Rules, *, bfloat16: bool) -> Callable[[], None]:
    """Forward, all losses, backward."""

    def step() -> None:
        model.zero_grad()
        with precision(bfloat16):
            terms = losses(model, model(batch), batch, rules, counts_of(batch, rules))
        torch.autograd.backward(torch.stack(terms).sum())

    return step


def their_step(model: BertForMaskedLM, rows: Padded, *, bfloat16: bool) -> Callable[[], None]:
    """Forward, the loss, backward."""

    def step() -> None:
        model.zero_grad()
        with precision(bfloat16):
            loss = model(**rows._asdict()).loss
        torch.autograd.backward(loss)

    return step


def plain_product(dtype: torch.dtype) -> Callable[[], object]:
    """What the machine can do: ``2 * SIDE ** 3`` operations."""
    matrix = torch.rand(SIDE, SIDE).to(dtype)
    return lambda: matrix @ matrix


def operations(config: GraphMERConfig, rows: int, length: int, asked: int) -> float:
    """Floating-point operations of the matrix products of a forward pass that decodes so many nodes."""
    width = config.hidden
    layer = 4 * width**2 + 2 * width * config.feed_forward + 2 * length * width
    return 2.0 * (rows * length * config.layers * layer + asked * width * (width + config.vocabulary))


def turns(calls: dict[str, Callable[[], object]], clock: Callable[[], float]) -> dict[str, list[float]]:
    """Seconds of each call in each round, in turns."""
    found: dict[str, list[float]] = {name: [] for name in calls}
    for _ in range(ROUNDS):
        for name, call in calls.items():
            begun = clock()
            call()
            found[name].append(clock() - begun)
    return found


def training(batch: Batch, config: GraphMERConfig, rules: Rules, threads: int) -> dict[str, Any]:
    """Steps of training beside each other."""
    torch.set_num_threads(threads)
    rows = padded(batch)
    without = replace(config, use_decay=False, use_rel_attention_bias=False)
    ours, plain, theirs = GraphMER(config), GraphMER(without), bert(config, rows.input_ids.shape[1])
    calls: dict[str, Callable[[], object]] = {
        "product, bf16": plain_product(torch.bfloat16),
        "product, fp32": plain_product(torch.float32),
        "ours, bf16": our_step(ours, batch, rules, bfloat16=True),
        "ours without, bf16": our_step(plain, batch, rules, bfloat16=True),
        "BERT, bf16": their_step(theirs, rows, bfloat16=True),
        "ours, fp32": our_step(ours, batch, rules, bfloat16=False),
        "BERT, fp32": their_step(theirs, rows, bfloat16=False),
    }
    seconds = turns(calls, time.thread_time if threads == 1 else time.perf_counter)
    least = {name: min(found) for name, found in seconds.items()}
    asked = {"ours": batch.mlm_position.numel() + batch.mnm_position.numel(), "BERT": rows.input_ids.numel()}
    done = {
        "ours": 3 * operations(config, *batch.tokens.shape, asked["ours"]),
        "BERT": 3 * operations(config, *rows.input_ids.shape, asked["BERT"]),
    }
    rate = {kind: 2 * SIDE**3 / least[f"product, {kind}"] for kind in ("bf16", "fp32")}
    names = [name for name in least if name.startswith(("ours,", "BERT,"))]
    return {
        "seconds": seconds,
        "windows_a_second": {name: len(rows.input_ids) / least[name] for name in names},
        "nodes_a_second": {name: int(rows.attention_mask.sum()) / least[name] for name in names},
        "gigaflops_of_a_plain_product": {kind: one / 1e9 for kind, one in rate.items()},
        "utilisation": {name: done[name.split(",")[0]] / least[name] / rate[name.split(", ")[1]] for name in names},
        "times_faster_bf16_than_bert_fp32": least["BERT, fp32"] / least["ours, bf16"],
        "times_faster_bf16_than_bert_bf16": least["BERT, bf16"] / least["ours, bf16"],
        "times_faster_fp32_than_bert_fp32": least["BERT, fp32"] / least["ours, fp32"],
        "cost_of_decay_and_relation_bias": least["ours, bf16"] / least["ours without, bf16"] - 1,
    }


def first_nodes(batch: Batch, length: int) -> Batch:
    """The first row, cut after so many nodes; leaves whose head was cut off lose it."""
    by_node = {name: getattr(batch, name)[:1, :length] for name in ("tokens", "window", "root", "slot")}
    by_node |= {name: getattr(batch, name)[:1, :length] for name in ("group", "relation")}
    heads = batch.heads[:1]
    return batch._replace(**by_node, heads=heads.where(heads < length, NONE), group_relation=batch.group_relation[:1])


def inference(batch: Batch, config: GraphMERConfig, threads: int) -> dict[str, Any]:
    """Milliseconds of encoding a row of so many nodes in bfloat16, beside what its products alone must take."""
    torch.set_num_threads(threads)
    model, product = GraphMER(config).eval(), plain_product(torch.bfloat16)
    return {f"{length} nodes": latency(model, product, first_nodes(batch, length)) for length in (128, 512)}


def latency(model: GraphMER, product: Callable[[], object], row: Batch) -> dict[str, float]:
    """Statistics over ``REQUESTS``, each beside a plain product."""
    spent, products = [], []
    with torch.inference_mode(), precision(bfloat16=True):
        for _ in range(REQUESTS):
            begun = time.perf_counter()
            model(row)
            done = time.perf_counter()
            product()
            spent.append(1000 * (done - begun))
            products.append(1000 * (time.perf_counter() - done))
    share = operations(model.config, 1, row.tokens.shape[1], 0) / (2 * SIDE**3)
    return {
        "p50": statistics.median(spent),
        "p95": statistics.quantiles(spent, n=20)[-1],
        "least": min(spent),
        "bound_by_products": share * min(products),
    }


def main() -> None:
    """Measure, print, keep."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path, default=RESULTS / f"{date.today().isoformat()}_graphmer_encoder.json")
    parser.add_argument("--chains", type=Path, default=CHAINS_DIRECTORY)
    arguments = parser.parse_args()
    torch.manual_seed(0)
    batch, config, rules = real_batch(arguments.chains)
    rows = padded(batch)
    results = {
        "load_average_at_start": os.getloadavg()[0],
        "parameters": parameter_counts(GraphMER(config)),
        "windows": len(rows.input_ids),
        "nodes": int(rows.attention_mask.sum()),
        "share_of_nodes": {
            "packed": float((batch.window != NONE).float().mean()),
            "padded": float(rows.attention_mask.float().mean()),
        },
        "training": {f"{threads} threads": training(batch, config, rules, threads) for threads in (1, 2)},
        "inference_ms_bf16": {f"{threads} threads": inference(batch, config, threads) for threads in (1, 2)},
        "load_average_at_end": os.getloadavg()[0],
    }
    write_json(arguments.output, results)
    print(arguments.output.read_text(encoding="utf-8"), end="")


if __name__ == "__main__":
    main()
