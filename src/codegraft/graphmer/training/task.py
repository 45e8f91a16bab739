"""What is learned and what it is judged on: chains of both parts, and what the ontology says of their relations."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from codegraft.errors import ModelError
from codegraft.graphmer.batches.batch import shape_of
from codegraft.graphmer.batches.masking import Masker
from codegraft.graphmer.chains.chains import Chains
from codegraft.graphmer.chains.shards import CHAINS_DIRECTORY, MANIFEST_FILE, Header, read_chains
from codegraft.graphmer.chains.tokenizer import TOKENIZER_DIRECTORY, CodeTokenizer
from codegraft.graphmer.encoder.config import GraphMERConfig
from codegraft.graphmer.encoder.regularisers import Rules, rules_of
from codegraft.kg.ontology import ONTOLOGY_FILE, Ontology, load_ontology
from codegraft.kg.splits.model import Part
from codegraft.params import Graphmer


@dataclass(frozen=True, eq=False)
class Task:
    """Chains to train on and to judge on.

    Attributes:
        train: windows of training, with the triples that may be learned from.
        held_out: windows of validation, with its triples.
        header: what the numbers of the chains mean.
        rules: what the ontology says of the relations.
        data: SHA-256 of everything that was read.
    """

    train: Chains
    held_out: Chains
    header: Header
    rules: Rules
    data: str

    def config(self, params: Graphmer) -> GraphMERConfig:
        """The encoder for these chains.

        Raises:
            ModelError: the parameters contradict each other.
        """
        return GraphMERConfig.of_size(
            params.size,
            vocabulary=self.header.vocabulary,
            relations=len(self.header.relations),
            tail_slots=self.header.tail_slots,
            head_tokens=params.head_tokens,
            dropout=params.dropout,
            use_positions=params.use_positions,
            use_decay=params.use_decay,
            use_rel_attention_bias=params.use_rel_attention_bias,
            use_fusion=params.use_fusion,
            paper_mode=params.paper_mode,
        )

    def masker(self, params: Graphmer, rows: int) -> Masker:
        """What is masked in batches of so many rows."""
        shape = shape_of(params, self.header.tail_slots, rows)
        return Masker(shape, self.header.vocabulary, params.mlm_rate, params.mnm_rate, params.use_leaves)


def read_task(
    chains: str | Path = CHAINS_DIRECTORY,
    tokenizer: str | Path = TOKENIZER_DIRECTORY,
    ontology: str | Path = ONTOLOGY_FILE,
) -> Task:
    """Read chains with their tokenizer and ontology.

    Raises:
        ModelError: one of them is missing or damaged, or they do not belong together.
        KnowledgeGraphError: the ontology is missing, or no ontology.
    """
    stored, digest, known = read_chains(chains), CodeTokenizer.load(tokenizer).digest, load_ontology(ontology)
    if digest != stored.header.tokenizer:
        raise ModelError(
            f"{chains}: made with the tokenizer {stored.header.tokenizer[:16]}, {tokenizer} holds {digest[:16]}; "
            "run `dvc repro --force encode_chains`"
        )
    manifest = (Path(chains) / MANIFEST_FILE).read_bytes()
    data = hashlib.sha256(manifest + Path(ontology).read_bytes()).hexdigest()
    return task_of(stored.chains, stored.header, known, data)


def task_of(chains: Chains, header: Header, ontology: Ontology, data: str) -> Task:
    """The task of chains of all parts.

    Raises:
        ModelError: there is no window to train on or to judge on, or the ontology lacks a relation.
    """
    train, held_out = chains.of_part(Part.TRAIN), chains.of_part(Part.VALID)
    for name, part in (("training", train), ("validation", held_out)):
        if not len(part) or not len(part.relation):
            raise ModelError(
                f"no window of {name} with a triple among the chains: take more repositories in params.yaml, or "
                "another kg.valid_share, and run `dvc repro encode_chains`"
            )
    return Task(train, held_out, header, rules_of(ontology, header.relations), data)
