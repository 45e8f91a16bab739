"""The encoder as its formulas say it, in the paper's layout: every root with the same number of leaf slots, most empty.

Slow on purpose: distances by Floyd and Warshall, fusion by three loops, attention over every slot.
"""

import itertools
import math

import numpy as np
import torch
from torch.nn.functional import gelu, layer_norm, leaky_relu

from codegraft.graphmer.chains.specials import PAD


def floyd_warshall(roots, leaves):
    """[N, N] one more than the shortest path; leaf k of root i is node ``roots + i * leaves + k``."""
    size = roots * (1 + leaves)
    distance = np.full((size, size), 3 * size, np.int32)
    np.fill_diagonal(distance, 0)
    edges = [(root, root + 1) for root in range(roots - 1)]
    for root in range(roots):
        own = [roots + root * leaves + leaf for leaf in range(leaves)]
        edges += [(root, leaf) for leaf in own] + list(itertools.pairwise(own))
    for one, other in edges:
        distance[one, other] = distance[other, one] = 1
    for middle in range(size):
        np.minimum(distance, distance[:, middle, None] + distance[None, middle], out=distance)
    return torch.from_numpy(distance).long() + 1


class Padded:
    """A window with at most one group a root, in ``roots`` x ``leaves`` slots."""

    def __init__(self, window, shape, roots=128, leaves=7):
        self.roots, self.size = roots, roots * (1 + leaves)
        self.window, self.leaves = window, leaves
        self.tokens = torch.full((self.size,), PAD)
        self.kept, self.root, self.slot, self.relation = (torch.zeros(self.size).long() for _ in range(4))
        self.root[:roots] = torch.arange(roots)
        self.root[roots:] = torch.arange(roots).repeat_interleave(leaves)
        self.order = list(range(len(window.roots)))  # the slots that the compact form has, in its order
        self.tokens[: len(window.roots)] = torch.tensor(window.roots)
        for group in window.groups:
            for slot, token in enumerate(group.leaves(shape), 1):
                node = roots + group.anchor * leaves + slot - 1
                self.tokens[node], self.slot[node], self.relation[node] = token, slot, group.relation
                self.order.append(node)
        self.kept[self.order] = 1

    def encode(self, model, distance):
        """The vectors of the nodes that the compact form has."""
        x = model.token.weight[self.tokens]
        if model.slot is not None:
            x = x + model.slot.weight[self.slot]
        if model.relation is not None:
            x = x + model.relation.weight[self.relation]
        if model.fusion is not None:
            x = self.fuse(x, model.fusion.relation_map)
        x = norm(model.norm, x)
        layer = self.paper_layer if model.config.paper_mode else self.layer
        for number in range(model.config.layers):
            x = layer(model, number, x, distance)
        return (x if model.config.paper_mode else norm(model.stack.norm, x))[self.order]

    def fuse(self, x, maps):
        fused = x.clone()
        for group in self.window.groups:
            r = group.relation
            matrix = maps.matrix[r] if hasattr(maps, "matrix") else maps.shared.weight @ torch.diag(maps.factor[r])
            heads = [x[group.anchor + place] for place in range(group.head_length)]
            for node in range(self.size):
                if self.root[node] == group.anchor and self.slot[node]:
                    logits = []
                    for head in heads:
                        both = torch.cat([matrix @ x[node], matrix @ head])
                        logits.append(leaky_relu(torch.cat([maps.of_leaf[r], maps.of_head[r]]) @ both, 0.01))
                    for weight, head in zip(torch.stack(logits).softmax(0), heads, strict=True):
                        fused[node] += weight * (matrix @ head)
        return fused

    def layer(self, model, number, x, distance):
        layer, width = model.stack.layers[number], model.config.head_width
        query, key, value = layer.attention.projection(norm(layer.before_attention, x)).chunk(3, dim=-1)
        if model.config.use_rel_attention_bias:
            of_query, of_key = model.stack.relations[number][self.relation].chunk(2, dim=-1)
            query, key = query + of_query, key + of_key
        gathered = []
        for head, part in enumerate(range(0, model.config.hidden, width)):
            q, k, v = (one[:, part : part + width] for one in (query, key, value))
            if model.config.use_positions:
                q, k = self.turned(q), self.turned(k)
            logits = q @ k.T / math.sqrt(width)
            if model.config.use_decay:
                slope = 8.0 ** (1 - 2 * head / (model.config.heads - 1))
                logits = logits + slope * math.log(0.6) * gelu(distance.clamp(max=130).sqrt() - 1)
            gathered.append(self.attend(logits, v))
        x = x + layer.attention.output(torch.cat(gathered, dim=-1))
        return x + layer.narrow(gelu(layer.widen(norm(layer.before_feed_forward, x))))

    def paper_layer(self, model, number, x, distance):
        layer, width = model.stack.layers[number], model.config.head_width
        query, key, value = layer.projection(x).chunk(3, dim=-1)
        gathered = []
        for head, part in enumerate(range(0, model.config.hidden, width)):
            q, k, v = (one[:, part : part + width] for one in (query, key, value))
            logits = q @ k.T / math.sqrt(width)
            if model.config.use_decay:
                logits = logits * 0.6 ** gelu(distance.sqrt() - model.stack.offset[head])
            gathered.append(self.attend(logits, v))
        x = norm(layer.after_attention, x + layer.output(torch.cat(gathered, dim=-1)))
        return norm(layer.after_feed_forward, x + layer.narrow(gelu(layer.widen(x))))

    def attend(self, logits, value):
        """Empty slots are nobody's key, and as queries they gather nothing."""
        weight = logits.masked_fill(self.kept[None] == 0, -math.inf).softmax(dim=-1)
        return torch.where(self.kept[:, None] == 1, weight @ value, 0.0)

    def turned(self, vectors):
        """Pairs of numbers half the width apart, as complex numbers, turned by the index of the root."""
        first, second = vectors.chunk(2, dim=-1)
        half = first.shape[-1]
        angle = self.root[:, None] / 10_000 ** (torch.arange(half) / half)
        both = torch.complex(first, second) * torch.polar(torch.ones_like(angle), angle)
        return torch.cat([both.real, both.imag], dim=-1)


def norm(module, x):
    return layer_norm(x, x.shape[-1:], module.weight, module.bias)
