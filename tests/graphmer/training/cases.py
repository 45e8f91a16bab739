"""A small task: random chains, of which tails can be learned, and parameters that train on them in a second."""

from dataclasses import replace

import numpy as np
import torch

from codegraft.graphmer.chains.chains import concatenate
from codegraft.graphmer.chains.shards import Header
from codegraft.graphmer.training.task import Task, task_of
from codegraft.kg.ontology import ONTOLOGY_FILE, load_ontology
from codegraft.kg.splits.model import Part
from codegraft.params import Params, load_params, override
from tests.graphmer.chains.chain_cases import RELATIONS, VOCABULARY, random_chains

CPU = torch.device("cpu")
TOKENIZER = "5" * 64


def header(**changes):
    names = tuple(load_ontology(ONTOLOGY_FILE).relations)[:RELATIONS]
    known = {"vocabulary": VOCABULARY, "tokenizer": TOKENIZER, "relations": names}
    return Header(**{**known, "roots": 40, "tail_slots": 4, "groups_per_anchor": 4, **changes})


def small_chains(windows=60):
    """Windows of training, and a third as many of validation, about the same entities."""
    drawn = random_chains(1, windows + windows // 3)
    train, valid = drawn.select(np.arange(windows)), drawn.select(np.arange(windows, len(drawn)))
    parts = {"part": np.full_like(valid.part, Part.VALID), "group_part": np.full_like(valid.group_part, Part.VALID)}
    return concatenate([train, replace(valid, **parts)])


def small_task(windows=60) -> Task:
    return task_of(small_chains(windows), header(), load_ontology(ONTOLOGY_FILE), f"{windows} windows")


def small_params(**changes):
    """Of section graphmer."""
    small = {"size": "tiny", "head_tokens": 3, "length": 64, "batch_tokens": 256}
    small |= {
        "steps": 6,
        "warmup": 2,
        "lr": 3e-3,
        "eval_every": 3,
        "checkpoint_every": 2,
        "eval_windows": None,
        "seeds": [0, 1],
        "threads": 1,
    }
    return override(load_params().graphmer, {**small, **changes})


def all_params(**changes) -> Params:
    return load_params().model_copy(update={"graphmer": small_params(**changes), "hardware": "cpu"})
