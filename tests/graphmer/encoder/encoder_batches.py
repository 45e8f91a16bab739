"""Windows with tails hung on them, made by hand or drawn, and the batches that they make: for encoders alone."""

from dataclasses import dataclass, field

import torch

from codegraft.graphmer.batches.batch import NONE, Batch, Shape
from codegraft.graphmer.chains.specials import EOT, MASK, SPECIALS
from codegraft.graphmer.encoder.config import GraphMERConfig

VOCABULARY = 61
RELATIONS = 5
SHAPE = Shape(rows=2, length=48, groups=8, masked_tokens=8, masked_groups=6, tail_slots=4, head_tokens=3)


@dataclass
class Group:
    """A tail; the mention of its head begins at the anchor."""

    anchor: int
    head_length: int
    relation: int
    tail: list[int]
    masked: bool = False
    head_entity: int = 0
    tail_entity: int = 0

    def leaves(self, shape):
        return [MASK] * shape.tail_slots if self.masked else self.tail

    def target(self, shape):
        ended = [*self.tail, EOT][: shape.tail_slots]
        return ended + [NONE] * (shape.tail_slots - len(ended))


@dataclass
class Window:
    roots: list[int]
    groups: list[Group] = field(default_factory=list)
    masked: dict[int, int] = field(default_factory=dict)  # index of a root: the token that stood there

    def length(self, shape):
        return len(self.roots) + sum(len(group.leaves(shape)) for group in self.groups)


def tiny(**parts):
    """A configuration that fits ``SHAPE``, without dropout."""
    sizes = {"vocabulary": VOCABULARY, "relations": RELATIONS, "tail_slots": 4, "head_tokens": 3, "dropout": 0.0}
    return GraphMERConfig.of_size("tiny", **{**sizes, **parts})


def paper(**parts):
    return tiny(paper_mode=True, use_positions=False, use_rel_attention_bias=False, **parts)


def batch_of(rows, shape=SHAPE):
    """The batch of windows, given row by row."""
    b, t, g, p, q, k, m = shape
    sizes = {"tokens": (t,), "window": (t,), "root": (t,), "slot": (t,), "group": (t,), "relation": (t,)}
    sizes |= {"heads": (g, m), "group_relation": (g,), "mlm_position": (p,), "mlm_target": (p,), "mnm_group": (q,)}
    sizes |= {"mnm_position": (q, k), "mnm_target": (q, k), "tail_entity": (q,), "head_entity": (q,)}
    zero = {"tokens", "root", "slot", "relation", "group_relation", "mlm_target"}
    batch = Batch(**{name: torch.full((b, *size), 0 if name in zero else NONE) for name, size in sizes.items()})
    for row, windows in enumerate(rows):
        _fill(Batch(*(tensor[row] for tensor in batch)), windows, shape)
    return batch


def _fill(row, windows, shape):
    node = group_number = asked_root = asked_group = 0
    for number, window in enumerate(windows):
        first = node
        for index, token in enumerate(window.roots):
            row.tokens[node], row.window[node], row.root[node] = token, number, index
            if index in window.masked:
                row.mlm_position[asked_root], row.mlm_target[asked_root] = node, window.masked[index]
                asked_root += 1
            node += 1
        for group in window.groups:
            heads = torch.arange(min(group.head_length, shape.head_tokens)) + first + group.anchor
            row.heads[group_number, : len(heads)] = heads
            row.group_relation[group_number] = group.relation
            leaves = group.leaves(shape)
            if group.masked:
                row.mnm_group[asked_group] = group_number
                row.mnm_position[asked_group] = torch.arange(node, node + shape.tail_slots)
                row.mnm_target[asked_group] = torch.tensor(group.target(shape))
                row.tail_entity[asked_group], row.head_entity[asked_group] = group.tail_entity, group.head_entity
                asked_group += 1
            for slot, token in enumerate(leaves, 1):
                row.tokens[node], row.window[node], row.root[node] = token, number, group.anchor
                row.slot[node], row.group[node], row.relation[node] = slot, group_number, group.relation
                node += 1
            group_number += 1


def random_window(draw, shape=SHAPE, roots=16, groups=3, masked=0.4, vocabulary=VOCABULARY, relations=RELATIONS):
    """A window from a ``random.Random``: up to so many roots and groups, some asked for."""
    length = draw.randint(2, roots)
    tokens = [draw.randrange(SPECIALS, vocabulary) for _ in range(length)]
    window = Window(list(tokens))
    for index in draw.sample(range(length), k=max(1, length * 15 // 100)):
        window.masked[index], window.roots[index] = tokens[index], MASK
    for _ in range(draw.randint(0, groups)):
        anchor = draw.randrange(length)
        tail = [draw.randrange(SPECIALS, vocabulary) for _ in range(draw.randint(1, shape.tail_slots))]
        head_length = draw.randint(1, min(shape.head_tokens, length - anchor))
        relation, asked = draw.randint(1, relations), draw.random() < masked
        ends = draw.randrange(9), draw.randrange(9)
        window.groups.append(Group(anchor, head_length, relation, tail, asked, *ends))
    return window


def random_batch(draw, shape=SHAPE, **sizes):
    """Rows filled with random windows as long as they fit."""
    rows = []
    for _ in range(shape.rows):
        rows.append([])
        window = random_window(draw, shape, **sizes)
        while _room(rows[-1], window, shape):
            rows[-1].append(window)
            window = random_window(draw, shape, **sizes)
    return batch_of(rows, shape)


def _room(windows, window, shape):
    together = [*windows, window]
    needs = (
        sum(one.length(shape) for one in together),
        sum(len(one.groups) for one in together),
        sum(len(one.masked) for one in together),
        sum(group.masked for one in together for group in one.groups),
    )
    return all(need <= size for need, size in zip(needs, shape[1:5], strict=True))
