"""Linkers at work on anybody's code."""

from collections.abc import Iterable

from codegraft.graphmer.chains.tokenizer import CodeTokenizer
from codegraft.graphmer.linking.contexts import Contexts
from codegraft.graphmer.linking.evidence import Evidence
from codegraft.graphmer.linking.graph import LinkGraph, System
from codegraft.graphmer.linking.linker import Linker
from codegraft.graphmer.linking.own import Own
from codegraft.graphmer.linking.reader import Reading
from codegraft.graphmer.linking.spelling import spell


def apply(linkers: Iterable[Linker], own: Own, links: LinkGraph, tokenizer: CodeTokenizer) -> list[System]:
    """Each linker for questions about some code.

    Args:
        linkers: trained with the tokenizer.
        own: the code.
        links: its graph; what is seen of it may be used to answer.
        tokenizer: of the code's chains.

    Raises:
        ModelError: the graph is of another ontology than that which a linker was trained with.
    """
    evidence = Evidence(links)
    reading = Reading(links, spell(links.ids, tokenizer), Contexts(own.chains, len(links.head)))
    return [linker.on(evidence, reading) for linker in linkers]
